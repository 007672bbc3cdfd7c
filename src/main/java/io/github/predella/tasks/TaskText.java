package io.github.predella.tasks;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The texts of a task in a form that every database can hold. */
public final class TaskText {

    /** Bytes in UTF-8; a text column holds 65,535 of them on the database that holds least. */
    static final int MOST_BYTES = 60_000;

    /** Characters; the embedded database counts these, and holds 32,672. */
    static final int MOST_CHARACTERS = 32_000;

    private static final char REPLACEMENT = '\uFFFD';

    private TaskText() {}

    /** The text, cut where it is too long, with what cannot be stored replaced; empty for null. */
    public static String storable(String text) {
        if (text == null) {
            return "";
        }
        var kept = new StringBuilder(Math.min(text.length(), MOST_CHARACTERS));
        int bytes = 0;
        for (int i = 0; i < text.length() && kept.length() < MOST_CHARACTERS; i++) {
            char character = text.charAt(i);
            if (Character.isLowSurrogate(character) && i > 0 && Character.isHighSurrogate(text.charAt(i - 1))) {
                // One sign for both halves.
                continue;
            }
            char stored = character == 0 || Character.isSurrogate(character) ? REPLACEMENT : character;
            bytes += String.valueOf(stored).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_BYTES) {
                break;
            }
            kept.append(stored);
        }
        return kept.toString();
    }

    /** An object as JSON in plain ASCII, which means the same; null stays null. */
    public static String json(JsonObject object) {
        if (object == null) {
            return null;
        }
        var text = object.toString();
        var ascii = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character > '~') {
                ascii.append("\\u").append(HexFormat.of().toHexDigits(character));
            } else {
                ascii.append(character);
            }
        }
        return ascii.toString();
    }
}
