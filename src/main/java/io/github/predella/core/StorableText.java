package io.github.predella.core;

/**
 * Which texts all supported databases can hold. Tables of the reference's making take characters of the basic plane
 * only on MariaDB, and PostgreSQL takes no zero character. Of any other text nothing is to be found in a database
 * either, and some fail when they are asked for it.
 */
public final class StorableText {

    private StorableText() {}

    /** Whether a text can be stored, and looked for. */
    public static boolean is(String text) {
        return text.codePoints().noneMatch(StorableText::isUnstorable);
    }

    /** Beyond the basic plane, half a character, or the one that ends texts in some databases. */
    private static boolean isUnstorable(int character) {
        boolean half = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return character > 0xFFFF || half || character == 0;
    }
}
