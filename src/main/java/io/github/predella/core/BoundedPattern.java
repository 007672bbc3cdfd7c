package io.github.predella.core;

import java.util.regex.Pattern;

/**
 * A regular expression of an operator that is tried on text of a caller. Backtracking may need exponential time on
 * texts made for it, so a search ends after a fixed number of looks at characters, whatever the clock says; that makes
 * the answer the same on every machine. Immutable and safe for any thread.
 */
public final class BoundedPattern {

    /** A million looks take a few milliseconds and are far beyond what an honest expression needs. */
    private static final int MOST_LOOKS = 1_000_000;

    /** Thrown when a search was given up; it says nothing about whether the text would have matched. */
    public static final class TooCostly extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private TooCostly(Pattern pattern) {
            super("the pattern " + pattern + " takes too long to decide about this text", null, false, false);
        }
    }

    private final Pattern pattern;

    private BoundedPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Compiles an expression; letters and digits are those of Unicode, as operators of the reference expect.
     *
     * @throws java.util.regex.PatternSyntaxException when it is not a regular expression
     */
    public static BoundedPattern compile(String expression) {
        return new BoundedPattern(Pattern.compile(expression, Pattern.UNICODE_CHARACTER_CLASS));
    }

    /**
     * Whether the expression is found anywhere in the text (expressions that want the whole text say so by anchors).
     *
     * @throws TooCostly when that cannot be decided within bounds
     */
    public boolean isFoundIn(String text) {
        try {
            return pattern.matcher(new Watched(text, 0, text.length(), new Looks(pattern)))
                    .find();
        } catch (StackOverflowError tooDeep) {
            // The engine recurses along the text for some groups; it holds no locks and leaves nothing behind.
            throw new TooCostly(pattern);
        }
    }

    /** The expression as it was written. */
    @Override
    public String toString() {
        return pattern.pattern();
    }

    private static final class Looks {

        private final Pattern pattern;
        private int left = MOST_LOOKS;

        Looks(Pattern pattern) {
            this.pattern = pattern;
        }

        void one() {
            if (--left < 0) {
                throw new TooCostly(pattern);
            }
        }
    }

    private record Watched(String text, int from, int to, Looks looks) implements CharSequence {

        @Override
        public int length() {
            return to - from;
        }

        @Override
        public char charAt(int index) {
            looks.one();
            return text.charAt(from + index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Watched(text, from + start, from + end, looks);
        }

        @Override
        public String toString() {
            return text.substring(from, to);
        }
    }
}
