package io.github.predella.signatures.barbican;

import io.github.predella.config.Seconds;
import io.github.predella.config.Setting;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;

/**
 * Which Barbican is asked.
 *
 * @param backend which key manager; its name or its class in the reference
 * @param endpoint its address without a version; null for none
 * @param version the part of the address after that
 * @param verified whether its certificate is checked
 * @param authorities file with the authorities that certify it; null for those of the system
 * @param patience how long it may take to answer
 */
public record BarbicanSettings(
        @Setting(
                key = "key_manager.backend",
                fallback = "barbican",
                says = "key manager with the certificates of signed images; there is only barbican")
        String backend,

        @Setting(
                key = "barbican.barbican_endpoint",
                says = "address of Barbican, as http://host:9311; not set: Barbican is not asked")
        URI endpoint,

        @Setting(
                key = "barbican.barbican_api_version",
                fallback = "v1",
                says = "version of Barbican's API, as it stands in addresses")
        String version,

        @Setting(key = "barbican.verify_ssl", fallback = "true", says = "whether Barbican's certificate is checked")
        boolean verified,

        @Setting(
                key = "barbican.verify_ssl_path",
                says = "certificates (PEM) of the authorities that certify Barbican, in place of the system's")
        Path authorities,

        @Setting(
                key = "predella.barbican_patience",
                fallback = "10",
                says = "seconds after which Barbican counts as not available")
        Seconds patience) {

    private static final Set<String> BARBICAN =
            Set.of("barbican", "castellan.key_manager.barbican_key_manager.BarbicanKeyManager");
    private static final int LONGEST_PATIENCE = 300;

    public BarbicanSettings {
        if (!BARBICAN.contains(backend)) {
            throw new IllegalArgumentException("[key_manager] backend must be barbican");
        }
        if (endpoint != null && !String.valueOf(endpoint.getScheme()).matches("https?")) {
            throw new IllegalArgumentException("[barbican] barbican_endpoint must begin with http:// or https://");
        }
        if (!version.matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException("[barbican] barbican_api_version must be like v1");
        }
        if (patience.value() < 1 || patience.value() > LONGEST_PATIENCE) {
            throw new IllegalArgumentException("[predella] barbican_patience must be from 1 to " + LONGEST_PATIENCE);
        }
    }

    /** The address of a secret's payload. */
    URI payload(String id) {
        String base = endpoint.toString().replaceFirst("/+$", "");
        return URI.create(base + "/" + version + "/secrets/" + id + "/payload");
    }
}
