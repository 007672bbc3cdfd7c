package io.github.predella.config;

import java.nio.file.Path;
import java.util.List;

/**
 * What may be fetched over HTTP. Of each pair of lists the disallowed one counts only when the allowed one is empty.
 * They stand here because the room that fetches looks at nothing but {@code core}.
 *
 * @param allowedSchemes of {@code http} and {@code https}
 * @param disallowedSchemes likewise
 * @param allowedHosts names and addresses
 * @param disallowedHosts likewise
 * @param allowedPorts compared where a URL states its port, 1 to 65535
 * @param disallowedPorts likewise
 * @param allowedNetworks networks that are not public and may be connected to nevertheless
 * @param patience how long a server may send nothing
 * @param time how long one download may take
 * @param authorities file of certificates; null for the authorities of the system
 */
public record FetchSettings(
        @Setting(
                key = "import_filtering_opts.allowed_schemes",
                fallback = "http,https",
                says = "schemes of URLs that imports may fetch; empty: http and https except the disallowed ones")
        List<String> allowedSchemes,

        @Setting(
                key = "import_filtering_opts.disallowed_schemes",
                fallback = "",
                says = "schemes that they may not fetch; counts when none is listed as allowed")
        List<String> disallowedSchemes,

        @Setting(
                key = "import_filtering_opts.allowed_hosts",
                fallback = "",
                says = "hosts that imports may fetch from; empty: all except the disallowed ones")
        List<String> allowedHosts,

        @Setting(
                key = "import_filtering_opts.disallowed_hosts",
                fallback = "",
                says = "hosts that they may not fetch from; counts when none is listed as allowed")
        List<String> disallowedHosts,

        @Setting(
                key = "import_filtering_opts.allowed_ports",
                fallback = "80,443",
                says = "ports that a URL to import may state; empty: all except the disallowed ones")
        List<String> allowedPorts,

        @Setting(
                key = "import_filtering_opts.disallowed_ports",
                fallback = "",
                says = "ports that it may not state; counts when none is listed as allowed")
        List<String> disallowedPorts,

        @Setting(
                key = "predella.fetch_allowed_networks",
                fallback = "",
                says = "networks, as address/bits, that are not public and may be fetched from nevertheless")
        List<String> allowedNetworks,

        @Setting(
                key = "predella.fetch_patience",
                fallback = "60",
                says = "seconds for which the server of a URL to import may send nothing")
        Seconds patience,

        @Setting(
                key = "predella.fetch_time",
                fallback = "86400",
                says = "seconds for which one download of an import may last")
        Seconds time,

        @Setting(
                key = "predella.fetch_ca_file",
                says = "certificates (PEM) of the authorities that imports trust, in place of the system's")
        Path authorities) {

    private static final int LONGEST = 31_536_000;

    public FetchSettings {
        requirePorts("allowed_ports", allowedPorts);
        requirePorts("disallowed_ports", disallowedPorts);
        requireSome("fetch_patience", patience);
        requireSome("fetch_time", time);
    }

    private static void requireSome(String key, Seconds time) {
        if (time.value() < 1 || time.value() > LONGEST) {
            throw new IllegalArgumentException(key + " is not between 1 and " + LONGEST);
        }
    }

    private static void requirePorts(String key, List<String> ports) {
        for (String port : ports) {
            if (!port.matches("[1-9]\\d{0,4}") || Integer.parseInt(port) > 65535) {
                throw new IllegalArgumentException("[import_filtering_opts] " + key + ": not a port: " + port);
            }
        }
    }
}
