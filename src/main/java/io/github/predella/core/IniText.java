package io.github.predella.core;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads text in the ini form that operators of the reference know: sections in brackets, {@code key = value} or
 * {@code key: value}, comments after {@code #} or {@code ;} at the start of a line, and values that go on in lines
 * which begin with white space (joined by line feeds). A value in a pair of equal quotes loses them.
 *
 * <p>Nothing is merged here: sections and keys come back in the order of the text, repeated ones as often as they stand
 * there, because what a repetition means differs from file to file.
 */
public final class IniText {

    /**
     * One section, together with its line (counted from 1).
     *
     * @param name what stands between the brackets, never empty
     */
    public record Section(String name, int line, List<Entry> entries) {

        public Section {
            entries = List.copyOf(entries);
        }
    }

    /** One assignment, together with its line (counted from 1). */
    public record Entry(String key, String value, int line) {}

    private final List<Section> finished = new ArrayList<>();
    private String section;
    private int sectionLine;
    private List<Entry> entries = new ArrayList<>();
    private String key;
    private int keyLine;
    private StringBuilder value = new StringBuilder();

    private IniText() {}

    /**
     * The sections of a text.
     *
     * @throws IllegalArgumentException with the number of the first line that is neither of the forms above
     */
    public static List<Section> parse(String text) {
        var reading = new IniText();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            reading.line(line.stripTrailing(), number);
        }
        reading.endSection();
        return List.copyOf(reading.finished);
    }

    private void line(String line, int number) {
        if (line.isEmpty()) {
            endEntry();
        } else if (Character.isWhitespace(line.charAt(0))) {
            continuation(line, number);
        } else {
            endEntry();
            freshLine(line, number);
        }
    }

    private void continuation(String line, int number) {
        if (key == null) {
            throw wrong(number, "continues a value, but there is none before it");
        }
        value.append('\n').append(line.strip());
    }

    private void freshLine(String line, int number) {
        switch (line.charAt(0)) {
            case '#', ';' -> {}
            case '[' -> beginSection(line, number);
            default -> beginEntry(line, number);
        }
    }

    private void beginSection(String line, int number) {
        int end = line.lastIndexOf(']');
        if (end < 2) {
            throw wrong(number, "opens a section without a name or without a closing bracket");
        }
        endSection();
        section = line.substring(1, end);
        sectionLine = number;
    }

    private void beginEntry(String line, int number) {
        int split = firstSeparator(line);
        if (split < 1) {
            throw wrong(number, "is neither a section nor \"key = value\"");
        }
        if (section == null) {
            throw wrong(number, "assigns a value before the first section");
        }
        key = line.substring(0, split).strip();
        keyLine = number;
        value.append(line.substring(split + 1).strip());
    }

    private static int firstSeparator(String line) {
        int equals = line.indexOf('=');
        int colon = line.indexOf(':');
        if (equals < 0 || colon < 0) {
            return Math.max(equals, colon);
        }
        return Math.min(equals, colon);
    }

    private void endEntry() {
        if (key != null) {
            entries.add(new Entry(key, unquoted(value.toString()), keyLine));
            key = null;
            value = new StringBuilder();
        }
    }

    private void endSection() {
        endEntry();
        if (section != null) {
            finished.add(new Section(section, sectionLine, entries));
            entries = new ArrayList<>();
        }
    }

    private static String unquoted(String text) {
        int last = text.length() - 1;
        boolean quoted =
                last > 0 && text.charAt(0) == text.charAt(last) && (text.charAt(0) == '"' || text.charAt(0) == '\'');
        return quoted ? text.substring(1, last) : text;
    }

    private static IllegalArgumentException wrong(int number, String what) {
        return new IllegalArgumentException("line " + number + " " + what);
    }
}
