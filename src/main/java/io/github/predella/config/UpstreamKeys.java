package io.github.predella.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Keys of the reference on which this service does not act, each with a line of advice, from the resource
 * {@code META-INF/upstream-keys.txt}.
 */
final class UpstreamKeys {

    private static final String RESOURCE = "META-INF/upstream-keys.txt";

    /** A key whose group or whose end of the name may be {@code *}. */
    private record Line(String group, String name, String advice) {

        static Line parse(String text) {
            String[] parts = text.split("\\s+", 2);
            int dot = parts[0].indexOf('.');
            return new Line(parts[0].substring(0, dot), parts[0].substring(dot + 1), parts[1]);
        }

        boolean covers(String otherGroup, String otherName) {
            boolean sameGroup = group.equals("*") || group.equals(otherGroup);
            boolean sameName = name.endsWith("*")
                    ? otherName.startsWith(name.substring(0, name.length() - 1))
                    : otherName.equals(name);
            return sameGroup && sameName;
        }
    }

    private final List<Line> lines;

    private UpstreamKeys(List<Line> lines) {
        this.lines = lines;
    }

    static UpstreamKeys load() {
        var stream = Objects.requireNonNull(UpstreamKeys.class.getClassLoader().getResourceAsStream(RESOURCE));
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new UpstreamKeys(reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Line::parse)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What to tell an operator who has set this key; empty when the key is not in the list. */
    Optional<String> adviceFor(String key) {
        int dot = key.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        return lines.stream()
                .filter(line -> line.covers(key.substring(0, dot), key.substring(dot + 1)))
                .map(Line::advice)
                .findFirst();
    }
}
