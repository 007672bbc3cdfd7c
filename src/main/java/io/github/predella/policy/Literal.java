package io.github.predella.policy;

import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The left side of a check when it is a constant: {@code 'text'}, {@code True}, {@code False}, {@code None} or a
 * number, reduced to the text that it is compared as.
 */
final class Literal {

    private static final Set<String> NAMES = Set.of("True", "False", PolicyTarget.NONE);
    private static final Pattern WHOLE = Pattern.compile("[+-]?(0|[1-9]\\d{0,99})");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,15}\\.\\d{1,15}");

    private Literal() {}

    /** The text of the constant; empty when the left side is not one. */
    static Optional<String> textOf(String left) {
        if (isQuoted(left)) {
            return Optional.of(left.substring(1, left.length() - 1));
        }
        if (NAMES.contains(left)) {
            return Optional.of(left);
        }
        if (WHOLE.matcher(left).matches()) {
            return Optional.of(new BigInteger(left).toString());
        }
        if (DECIMAL.matcher(left).matches()) {
            return Optional.of(Double.toString(Double.parseDouble(left)));
        }
        return Optional.empty();
    }

    /** In one pair of equal quotes; escapes and further quotes inside make it something we do not guess at. */
    private static boolean isQuoted(String left) {
        int last = left.length() - 1;
        if (last < 1 || (left.charAt(0) != '\'' && left.charAt(0) != '"') || left.charAt(0) != left.charAt(last)) {
            return false;
        }
        return left.indexOf(left.charAt(0), 1) == last && left.indexOf('\\') < 0;
    }
}
