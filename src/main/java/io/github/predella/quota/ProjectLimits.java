package io.github.predella.quota;

import java.util.EnumMap;
import java.util.Map;

/** How much one project may have. Cannot be changed. */
public final class ProjectLimits {

    /** What stands for any number; every other negative number does too. */
    public static final long UNLIMITED = -1;

    /** No limit for anything. */
    public static final ProjectLimits NONE = new ProjectLimits(new EnumMap<>(Limit.class));

    private final Map<Limit, Long> amounts;

    private ProjectLimits(Map<Limit, Long> amounts) {
        this.amounts = amounts;
    }

    /** The same with another amount for one limit; a negative one is no limit. */
    public ProjectLimits with(Limit limit, long amount) {
        var changed = new EnumMap<Limit, Long>(Limit.class);
        changed.putAll(amounts);
        if (amount < 0) {
            changed.remove(limit);
        } else {
            changed.put(limit, amount);
        }
        return new ProjectLimits(changed);
    }

    /** How much there may be, {@link #UNLIMITED} for any number; in MiB where the limit is about bytes. */
    public long of(Limit limit) {
        return amounts.getOrDefault(limit, UNLIMITED);
    }

    /** Whether there is such a limit. */
    boolean has(Limit limit) {
        return amounts.containsKey(limit);
    }

    /** Whether there is any limit. */
    boolean any() {
        return !amounts.isEmpty();
    }
}
