package io.github.predella.core;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The table of state changes that a life cycle allows. What is not in the table is not allowed; staying in a state is
 * no change and always allowed.
 *
 * <p>Tables are built once with {@link #allow} and only read afterwards; reading is safe from any thread.
 */
public final class Transitions<S extends Enum<S>> {

    private final Map<S, Set<S>> targets;

    private Transitions(Map<S, Set<S>> targets) {
        this.targets = targets;
    }

    /** An empty table over the given states. */
    public static <S extends Enum<S>> Transitions<S> over(Class<S> states) {
        var targets = new EnumMap<S, Set<S>>(states);
        for (S state : states.getEnumConstants()) {
            targets.put(state, EnumSet.noneOf(states));
        }
        return new Transitions<>(targets);
    }

    /** Adds the changes from one state to some others and returns this table. */
    @SafeVarargs
    public final Transitions<S> allow(S from, S... to) {
        for (S target : to) {
            targets.get(from).add(target);
        }
        return this;
    }

    public boolean allows(S from, S to) {
        return from == to || targets.get(from).contains(to);
    }
}
