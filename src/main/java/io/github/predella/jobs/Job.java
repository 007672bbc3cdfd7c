package io.github.predella.jobs;

import java.time.Duration;

/**
 * Work that is done again and again. Jobs are beans; {@link JobClock} finds them. A run that is not over when the next
 * one is due makes that one be left out.
 */
public interface Job {

    /** Who does the work when it is due. */
    enum Scope {
        /** Every node, each for itself. */
        NODE,
        /** One node of all, whichever takes the lease first. */
        CLUSTER
    }

    /** A name that no other job has, in lower case with dashes, at most 80 characters. */
    String name();

    /** How much time lies between the beginnings of two runs, at least one second. */
    Duration every();

    /** Whether every node does the work or one of all; every node, unless a job says otherwise. */
    default Scope scope() {
        return Scope.NODE;
    }

    /** Whether the work is still to be done by a node that is about to stop; no, unless a job says otherwise. */
    default boolean isDoneToTheEnd() {
        return false;
    }

    /**
     * Does the work once, on a thread of the executor, without a transaction. What it throws is logged.
     *
     * @param run tells whether the work is still this node's; a job of scope CLUSTER asks before every act that may not
     *     be done twice
     */
    void run(JobRun run);
}
