package io.github.predella.rest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What proxies have written about a request, nearest proxy last: in {@code X-Forwarded-*}, or in {@code Forwarded}
 * (RFC 7239). Texts are cut apart here and not yet believed.
 *
 * @param hops the senders that the proxies saw, as written
 * @param schemes likewise
 * @param hosts likewise
 * @param ports likewise
 */
record ForwardedHeaders(List<String> hops, List<String> schemes, List<String> hosts, List<String> ports) {

    /** Longer headers are nobody's who means well. */
    private static final int LONGEST = 4096;

    /** The names under which a request has a header; the container's request is one. */
    @FunctionalInterface
    interface Source {
        /** All texts of a header in the order they came; empty when there is none. */
        List<String> all(String name);
    }

    /** The older form; every list is empty when there is none. */
    static ForwardedHeaders older(Source headers) {
        return new ForwardedHeaders(
                list(headers, "X-Forwarded-For"),
                list(headers, "X-Forwarded-Proto"),
                list(headers, "X-Forwarded-Host"),
                list(headers, "X-Forwarded-Port"));
    }

    /** The standard's form; every list is empty when there is none. */
    static ForwardedHeaders standard(Source headers) {
        var elements =
                list(headers, "Forwarded").stream().map(ForwardedHeaders::pairs).toList();
        return new ForwardedHeaders(
                column(elements, "for"), column(elements, "proto"), column(elements, "host"), List.of());
    }

    boolean isEmpty() {
        return hops.isEmpty() && schemes.isEmpty() && hosts.isEmpty() && ports.isEmpty();
    }

    private static List<String> column(List<Map<String, String>> elements, String name) {
        return elements.stream().map(element -> element.getOrDefault(name, "")).toList();
    }

    private static Map<String, String> pairs(String element) {
        var pairs = new LinkedHashMap<String, String>();
        for (String pair : split(element, ';')) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.put(
                        pair.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        unquoted(pair.substring(equals + 1).strip()));
            }
        }
        return pairs;
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1).replace("\\", "")
                : text;
    }

    private static List<String> list(Source headers, String name) {
        String joined = String.join(",", headers.all(name));
        return joined.isBlank() || joined.length() > LONGEST ? List.of() : split(joined, ',');
    }

    /** The parts of a text between separators that stand outside quotation marks. */
    private static List<String> split(String text, char separator) {
        var parts = new ArrayList<String>();
        int begin = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                parts.add(text.substring(begin, i).strip());
                begin = i + 1;
            }
        }
        parts.add(text.substring(begin).strip());
        return Collections.unmodifiableList(parts);
    }
}
