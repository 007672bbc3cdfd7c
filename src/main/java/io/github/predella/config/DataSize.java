package io.github.predella.config;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An amount of bytes as it is written in the configuration: a whole number, alone or with one of the units B, KB, MB,
 * GB, TB, which are powers of 1024 as in the reference (KiB and so on say the same).
 *
 * @param bytes at least 0
 */
public record DataSize(long bytes) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,19})\\s*([KMGT]?)(?:I?B)?");
    private static final String STEPS = "KMGT";

    public DataSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("must not be negative");
        }
    }

    /**
     * Reads the form above, in upper or lower case.
     *
     * @throws IllegalArgumentException when it is something else or at least 2^63 bytes
     */
    public static DataSize parse(String text) {
        var form = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!form.matches()) {
            throw new IllegalArgumentException("must be a size such as 1048576, 512MB or 10GB");
        }
        long factor = form.group(2).isEmpty() ? 1 : 1L << (10 * (STEPS.indexOf(form.group(2)) + 1));
        try {
            return new DataSize(Math.multiplyExact(TextForms.wholeNumber(form.group(1)), factor));
        } catch (ArithmeticException tooLarge) {
            throw new IllegalArgumentException("must be below 2^63 bytes", tooLarge);
        }
    }

    @Override
    public String toString() {
        return Long.toString(bytes);
    }
}
