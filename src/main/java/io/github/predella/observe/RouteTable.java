package io.github.predella.observe;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The addresses of the service as templates, {@code /v2/images/{id}/file}, so that figures have as many labels as there
 * are templates and no more. Immutable; safe for any thread.
 */
public final class RouteTable {

    /** What an address is called that has no template. */
    public static final String OTHER = "other";

    private final Node root = new Node();

    /** One segment; at its end a template may end. */
    private static final class Node {

        private final Map<String, Node> fixed = new HashMap<>();
        private Node any;
        private String template;

        private Node next(String segment) {
            if (segment.startsWith("{")) {
                any = any == null ? new Node() : any;
                return any;
            }
            return fixed.computeIfAbsent(segment, name -> new Node());
        }
    }

    /** @param templates each beginning with a slash; a segment in braces stands for any */
    public RouteTable(Collection<String> templates) {
        for (String template : templates) {
            Node node = root;
            for (String segment : template.substring(1).split("/", -1)) {
                node = node.next(segment);
            }
            node.template = node.template == null ? template : node.template;
        }
    }

    /** The template of an address, {@link #OTHER} when it has none. Minor versions count as the one that is served. */
    public String of(String path) {
        String found = path.startsWith("/") ? find(root, served(path), 1) : null;
        return found == null ? OTHER : found;
    }

    /**
     * A value in an address.
     *
     * @param template of this address
     * @param number of the place in braces, 0 for the first
     * @return empty when the template has fewer places
     */
    public static Optional<String> value(String template, String path, int number) {
        String[] names = template.split("/", -1);
        String[] segments = served(path).split("/", -1);
        int place = 0;
        for (int i = 0; i < Math.min(names.length, segments.length); i++) {
            if (names[i].startsWith("{") && place++ == number) {
                return Optional.of(segments[i]);
            }
        }
        return Optional.empty();
    }

    private static String served(String path) {
        if (!path.startsWith("/v2.")) {
            return path;
        }
        int end = path.indexOf('/', 1);
        return end < 0 ? "/v2" : "/v2" + path.substring(end);
    }

    private static String find(Node node, String path, int from) {
        int end = path.indexOf('/', from);
        String segment = path.substring(from, end < 0 ? path.length() : end);
        String found = step(node.fixed.get(segment), path, end);
        return found == null && !segment.isEmpty() ? step(node.any, path, end) : found;
    }

    private static String step(Node next, String path, int end) {
        if (next == null) {
            return null;
        }
        return end < 0 ? next.template : find(next, path, end + 1);
    }
}
