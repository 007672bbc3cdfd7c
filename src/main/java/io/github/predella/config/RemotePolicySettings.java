package io.github.predella.config;

import java.nio.file.Path;

/**
 * How services are asked that rules name by {@code http:} and {@code https:}. It is here for the same reason as {@link
 * PolicySettings}.
 *
 * @param form the media type of the question
 * @param time how long an answer may take
 * @param authorities file with the certificates of the authorities that certify the services, null for the system's
 */
public record RemotePolicySettings(
        @Setting(
                key = "oslo_policy.remote_content_type",
                fallback = FORM,
                says = "how a service that a rule asks gets the question: that, or application/json")
        String form,

        @Setting(
                key = "oslo_policy.remote_timeout",
                fallback = "60",
                says = "seconds that the answer of such a service may take; without one the rule does not grant")
        Seconds time,

        @Setting(
                key = "oslo_policy.remote_ssl_ca_crt_file",
                says = "certificates (PEM) of the authorities of such services, in place of the system's")
        Path authorities) {

    static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    public RemotePolicySettings {
        if (!form.equals(FORM) && !form.equals(JSON)) {
            throw new IllegalArgumentException("[oslo_policy] remote_content_type must be " + FORM + " or " + JSON);
        }
        if (time.toDuration().isZero()) {
            throw new IllegalArgumentException("[oslo_policy] remote_timeout must be more than 0");
        }
    }

    /** Whether the question is a form rather than a JSON object. */
    public boolean isForm() {
        return form.equals(FORM);
    }
}
