package io.github.predella.config;

import java.nio.file.Path;

/**
 * How much is logged, in which form, and where the audit goes. It stands here because it belongs to no feature.
 *
 * @param debug whether the service tells its steps as well
 * @param useJson the reference's way to say that lines are JSON
 * @param form text or JSON; null when only {@code useJson} says it
 * @param access whether there is a line for each request
 * @param audit file of the audit; null for none
 */
public record LogSettings(
        @Setting(
                key = "DEFAULT.debug",
                fallback = "false",
                says = "whether the log tells single steps of the service as well")
        boolean debug,

        @Setting(
                key = "DEFAULT.use_json",
                fallback = "false",
                says = "whether log lines are JSON, where log_format is not set")
        boolean useJson,

        @Setting(key = "predella.log_format", says = "form of log lines: text, or json for one JSON object a line")
        Form form,

        @Setting(key = "predella.access_log", fallback = "false", says = "whether the log has a line for each request")
        boolean access,

        @Setting(
                key = "predella.audit_log",
                says = "file that tells who did what to which thing, one JSON object a line; empty: none")
        Path audit) {

    /** The forms of log lines. */
    public enum Form {
        /** As the server's logging properties have it. */
        TEXT,
        /** One JSON object a line. */
        JSON
    }

    /** Whether lines are JSON. */
    public boolean isJson() {
        return form == null ? useJson : form == Form.JSON;
    }
}
