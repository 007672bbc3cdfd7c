package io.github.predella.observe;

import java.util.Locale;
import java.util.regex.Pattern;

/** The part of the service that a request is for. */
public enum Door {
    /** The image API. */
    V2,
    /** The identity service. */
    IDENTITY,
    /** The dashboard. */
    DASHBOARD,
    /** All else: versions, health, figures, and addresses where nothing is. */
    OTHER;

    private static final Pattern VERSION = Pattern.compile("v2(\\.\\d+)?");

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The door behind an address, which begins with a slash. */
    static Door of(String path) {
        int end = path.indexOf('/', 1);
        String first = path.isEmpty() ? "" : path.substring(1, end < 0 ? path.length() : end);
        return switch (first) {
            case "v2" -> V2;
            case "identity" -> IDENTITY;
            case "dashboard", "jakarta.faces.resource" -> DASHBOARD;
            default -> VERSION.matcher(first).matches() ? V2 : OTHER;
        };
    }

    /** The door's name in figures and lines. */
    public String label() {
        return label;
    }
}
