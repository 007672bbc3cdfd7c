package io.github.predella.quota;

/** Knows how much projects may have. Safe for use by many threads. */
public interface Limits {

    /**
     * The limits of a project. Needs a running transaction; costs one statement at most and waits for nobody else.
     *
     * @param project id of the project, or null for what belongs to nobody
     * @throws LimitsUnknown when they have to be learnt first
     */
    ProjectLimits of(String project);

    /**
     * Makes the limits of a project known for the next few seconds, where they are kept by another server. Must not be
     * called inside a transaction.
     *
     * @param project id of the project, or null for what belongs to nobody
     * @throws io.github.predella.core.Fault of kind UNAVAILABLE when they cannot be read
     */
    default void learn(String project) {}
}
