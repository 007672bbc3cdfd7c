package io.github.predella.identity;

import java.util.Arrays;
import java.util.BitSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A pattern of addresses, as users write them into access rules. Whatever they write, matching takes time in proportion
 * to the lengths of pattern and address only; regular expressions do not promise that. Immutable.
 */
final class PathPattern {

    /** One character that is no slash; any number of such; any number of any characters. */
    private static final int ONE = -1;

    private static final int MORE = -2;
    private static final int ALL = -3;

    private static final Pattern NAMED = Pattern.compile("\\{[^}]*}");
    private static final String EVERYTHING = "**";

    /** What stands for a named part: no character of an address, so that nothing merges with its neighbours. */
    private static final String SOME = "\0";

    private final int[] steps;

    private PathPattern(int[] steps) {
        this.steps = steps;
    }

    /** Reads a pattern as {@link AccessRule} describes it. */
    static PathPattern of(String text) {
        var steps = IntStream.builder();
        String plain = NAMED.matcher(text).replaceAll(SOME);
        for (int i = 0; i < plain.length(); i++) {
            if (plain.startsWith(EVERYTHING, i)) {
                steps.add(ALL);
                i++;
            } else if (plain.charAt(i) == '*' || plain.startsWith(SOME, i)) {
                steps.add(ONE).add(MORE);
            } else {
                steps.add(plain.charAt(i));
            }
        }
        return new PathPattern(steps.build().toArray());
    }

    /** Whether the whole text is an address of this pattern. */
    boolean matches(String text) {
        var reached = new BitSet(steps.length + 1);
        reach(reached, 0);
        for (int i = 0; i < text.length() && !reached.isEmpty(); i++) {
            reached = after(reached, text.charAt(i));
        }
        return reached.get(steps.length);
    }

    private BitSet after(BitSet before, char next) {
        var reached = new BitSet(steps.length + 1);
        before.stream().filter(at -> at < steps.length).forEach(at -> {
            int step = steps[at];
            if (step == ALL || (step == MORE && next != '/')) {
                reach(reached, at);
            } else if (step == next || (step == ONE && next != '/')) {
                reach(reached, at + 1);
            }
        });
        return reached;
    }

    /** What may be left out is passed at once. */
    private void reach(BitSet reached, int first) {
        int at = first;
        reached.set(at);
        while (at < steps.length && (steps[at] == MORE || steps[at] == ALL)) {
            at++;
            reached.set(at);
        }
    }

    @Override
    public String toString() {
        return "PathPattern" + Arrays.toString(steps);
    }
}
