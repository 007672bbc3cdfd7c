package io.github.predella.store;

import java.util.regex.Pattern;

/**
 * The name of an object, in practice the id of an image: safe as a file name and as a key everywhere.
 *
 * @param text 1 to 128 letters, digits, {@code _}, {@code -} and {@code .}, the first one a letter or digit
 */
public record ObjectName(String text) {

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

    public ObjectName {
        if (!SAFE.matcher(text).matches()) {
            throw new IllegalArgumentException("unsafe object name");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
