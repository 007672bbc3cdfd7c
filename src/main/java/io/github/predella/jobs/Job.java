package io.github.predella.jobs;

import java.time.Duration;

/**
 * Work that is done again and again. Jobs are beans; {@link JobClock} finds them. A run that is not over when the next
 * one is due makes that one be left out.
 */
public interface Job {

    /** A name that no other job has, in lower case with dashes. */
    String name();

    /** How much time lies between the beginnings of two runs, at least one second. */
    Duration every();

    /** Does the work once, on a thread of the executor, without a transaction. What it throws is logged. */
    void run();
}
