package io.github.predella.metadefs;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Holds a text against the pattern of a definition, which anybody may have written: one that would take long, or that
 * this platform does not understand, counts as matched.
 */
final class TextPattern {

    private static final int LONGEST_PATTERN = 500;
    private static final int LONGEST_TEXT = 500;

    /** Far more than a harmless pattern needs for the longest text. */
    private static final int MOST_READS = 200_000;

    private TextPattern() {}

    /** Whether a text has the pattern in it somewhere, as schemas mean it. */
    static boolean fits(String pattern, String text) {
        if (pattern.length() > LONGEST_PATTERN || text.length() > LONGEST_TEXT) {
            return true;
        }
        try {
            return Pattern.compile(pattern).matcher(new Counted(text)).find();
        } catch (PatternSyntaxException | TooManyReads unusable) {
            return true;
        }
    }

    private static final class TooManyReads extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooManyReads() {
            super("a pattern takes too long", null, false, false);
        }
    }

    /** A text that ends matching when it was read too often: the steps of a search cannot be limited otherwise. */
    private static final class Counted implements CharSequence {

        private final String text;
        private int reads;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++reads > MOST_READS) {
                throw new TooManyReads();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
