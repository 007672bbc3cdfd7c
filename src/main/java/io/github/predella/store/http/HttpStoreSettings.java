package io.github.predella.store.http;

import io.github.predella.fetch.Trust;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an http store is configured.
 *
 * @param trust which servers are believed; unlike in the reference those that are certified, unless the operator says
 *     otherwise
 * @param proxies by the scheme of the URL, unresolved
 */
record HttpStoreSettings(Trust trust, Map<String, InetSocketAddress> proxies) {

    private static final Pattern PROXY = Pattern.compile("(https?):(?://)?(.+):(\\d{1,5})");

    HttpStoreSettings {
        proxies = Map.copyOf(proxies);
    }

    /** Throws an IllegalArgumentException with a sentence for the operator. */
    static HttpStoreSettings of(Map<String, String> options) {
        return new HttpStoreSettings(trust(options), proxies(options.getOrDefault("http_proxy_information", "")));
    }

    private static Trust trust(Map<String, String> options) {
        String authorities =
                options.getOrDefault("https_ca_certificates_file", "").strip();
        if (!authorities.isEmpty()) {
            // The file says whom to trust, so whoever names one wants to have it read.
            return Trust.inAuthorities(Path.of(authorities));
        }
        String insecure =
                options.getOrDefault("https_insecure", "false").strip().toLowerCase(Locale.ROOT);
        return switch (insecure) {
            case "true", "1", "yes", "on" -> Trust.inEverybody();
            case "false", "0", "no", "off" -> Trust.inSystemAuthorities();
            default -> throw new IllegalArgumentException("https_insecure is neither true nor false: " + insecure);
        };
    }

    private static Map<String, InetSocketAddress> proxies(String text) {
        var found = new HashMap<String, InetSocketAddress>();
        for (String item : text.replaceAll("[{}]", "").split(",", -1)) {
            if (!item.isBlank()) {
                Matcher parts = PROXY.matcher(item.strip());
                if (!parts.matches() || Integer.parseInt(parts.group(3)) > 65535) {
                    throw new IllegalArgumentException(
                            "http_proxy_information is a list of scheme:host:port, which this is not: " + item.strip());
                }
                found.put(
                        parts.group(1),
                        InetSocketAddress.createUnresolved(parts.group(2), Integer.parseInt(parts.group(3))));
            }
        }
        return found;
    }
}
