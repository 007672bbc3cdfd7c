package io.github.predella.metadefs;

import io.github.predella.core.StorableText;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;

/** The texts of the catalogue, checked for what all databases can hold. */
final class MetadefText {

    /** Characters of the names of namespaces and of everything in them. */
    static final int MOST_NAME_CHARACTERS = 80;

    /** Characters of a long text; the embedded database holds 32,672. */
    private static final int MOST_CHARACTERS = 32_000;

    /** Bytes in UTF-8; the database that holds least of them holds 65,535. */
    private static final int MOST_BYTES = 60_000;

    private MetadefText() {}

    /**
     * A name, if it can be one.
     *
     * @param what it is the name of, for sentences
     * @throws io.github.predella.core.Fault INVALID when it is empty, too long, or cannot be stored
     */
    static String name(String what, String name) {
        if (name.isEmpty()) {
            throw MetadefFaults.emptyName(what);
        }
        if (name.codePointCount(0, name.length()) > MOST_NAME_CHARACTERS) {
            throw MetadefFaults.nameTooLong(what, MOST_NAME_CHARACTERS);
        }
        return storable("name of a " + what, name);
    }

    /** The text of a member, or null when it is not there. */
    static String orNull(JsonObject object, String member) {
        return object.get(member) instanceof JsonString text ? storable(member, text.getString()) : null;
    }

    /** A text that fits a column for long texts; null stays null. */
    static String longText(String what, String text) {
        if (text == null) {
            return null;
        }
        if (text.length() > MOST_CHARACTERS || text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw MetadefFaults.tooLong(what, MOST_CHARACTERS);
        }
        return storable(what, text);
    }

    private static String storable(String what, String text) {
        if (!StorableText.is(text)) {
            throw MetadefFaults.unstorable(what);
        }
        return text;
    }
}
