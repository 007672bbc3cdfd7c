package io.github.predella.quota;

import io.github.predella.core.Fault;
import io.github.predella.observe.QuotaFigures;

/** The refusals of quotas. */
final class QuotaFaults {

    static final String USER_STORAGE = "user_storage_quota";

    private QuotaFaults() {}

    /** A project would have more than it may. */
    static Fault over(String limit, long wanted, long maximum) {
        QuotaFigures.refused(limit);
        return Fault.tooLarge(
                "The project is over its limit for " + limit + ": " + wanted + " would be more than " + maximum + ".");
    }
}
