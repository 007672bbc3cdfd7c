package io.github.predella.dashboard.metadata;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A custom property that compute services know, and what values they take.
 *
 * @param name of the property
 * @param group under which it stands in the catalogue
 * @param kind what its values are
 * @param choices the values there are, or some that are common where any text is one
 * @param standard what it is set to when it is added
 */
public record WellKnown(String name, Group group, Kind kind, List<String> choices, String standard) {

    /** The parts of the catalogue, in their order. */
    public enum Group {
        SYSTEM,
        DISK,
        NETWORK,
        FIRMWARE,
        PROCESSOR,
        DEVICES
    }

    /** What values are. */
    public enum Kind {
        /** Any text. */
        TEXT,
        /** One of the choices. */
        CHOICE,
        /** True or false. */
        FLAG,
        /** A whole number from 1. */
        COUNT,
        /** A size of memory pages: a word, or a number of KiB or of another unit. */
        PAGES
    }

    /** What services read as true or false. */
    private static final Set<String> FLAGS = Set.of("true", "false", "yes", "no", "on", "off", "1", "0");

    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Pattern PAGES = Pattern.compile("small|large|any|[1-9][0-9]{0,11}([KMGT]i?[Bb]|)");

    public WellKnown {
        choices = List.copyOf(choices);
    }

    /** Whether services take a value. */
    public boolean takes(String value) {
        return switch (kind) {
            case TEXT -> true;
            case CHOICE -> choices.contains(value);
            case FLAG -> FLAGS.contains(value.toLowerCase(Locale.ROOT));
            case COUNT -> COUNT.matcher(value).matches();
            case PAGES -> PAGES.matcher(value).matches();
        };
    }

    /** What a field's value has to match in a browser; null where anything goes. */
    public String getPattern() {
        return switch (kind) {
            case COUNT -> COUNT.pattern();
            case PAGES -> PAGES.pattern();
            default -> null;
        };
    }

    /** Whether there are only so many values. */
    public boolean isClosed() {
        return kind == Kind.CHOICE || kind == Kind.FLAG;
    }

    /** The name of the kind in keys of texts. */
    public String getKindName() {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
