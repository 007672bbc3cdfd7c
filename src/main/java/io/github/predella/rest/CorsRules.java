package io.github.predella.rest;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What pages of other origins are told about what they may do. Immutable. */
final class CorsRules {

    /** What every page may send, whatever it is told. */
    private static final List<String> SIMPLE = List.of(
            "Accept",
            "Accept-Language",
            "Content-Type",
            "Cache-Control",
            "Content-Language",
            "Expires",
            "Last-Modified",
            "Pragma");

    private final CorsSettings settings;
    private final Set<String> sendable = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    CorsRules(CorsSettings settings) {
        this.settings = settings;
        sendable.addAll(SIMPLE);
        sendable.addAll(settings.headers());
    }

    boolean isOn() {
        return !settings.origins().isEmpty();
    }

    /**
     * The headers of an answer to an ordinary request.
     *
     * @return empty when the origin is not allowed
     */
    Map<String, String> onAnswer(String origin) {
        var headers = granted(origin);
        if (!headers.isEmpty() && !settings.exposed().isEmpty()) {
            headers.put("Access-Control-Expose-Headers", String.join(",", settings.exposed()));
        }
        return headers;
    }

    /**
     * The headers of the answer to a question whether a request may be sent.
     *
     * @param method of the request
     * @param wanted headers that it will have, between commas; null for none
     * @return nothing when the request may not be sent
     */
    Optional<Map<String, String>> onQuestion(String origin, String method, String wanted) {
        var headers = granted(origin);
        var names = wanted == null
                ? List.<String>of()
                : Arrays.stream(wanted.split(",", -1))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
        if (headers.isEmpty() || !settings.methods().contains(method) || !sendable.containsAll(names)) {
            return Optional.empty();
        }
        headers.put("Access-Control-Max-Age", String.valueOf(settings.maxAge().value()));
        headers.put("Access-Control-Allow-Methods", method.toUpperCase(Locale.ROOT));
        if (!names.isEmpty()) {
            headers.put("Access-Control-Allow-Headers", String.join(",", names));
        }
        return Optional.of(headers);
    }

    private Map<String, String> granted(String origin) {
        var headers = new LinkedHashMap<String, String>();
        if (settings.origins().contains(origin)) {
            headers.put("Access-Control-Allow-Origin", origin);
            if (settings.credentials()) {
                headers.put("Access-Control-Allow-Credentials", "true");
            }
        } else if (settings.origins().contains(CorsSettings.ANY)) {
            headers.put("Access-Control-Allow-Origin", CorsSettings.ANY);
        }
        return headers;
    }
}
