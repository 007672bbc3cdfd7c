package io.github.predella.jobs;

/**
 * The right to do a job, for a while.
 *
 * @param name of the job
 * @param owner the process that has it
 * @param epoch how often the job was leased before; whoever comes with a lower one comes too late
 */
public record Lease(String name, String owner, long epoch) {}
