/**
 * Work that comes round by the clock: what a job promises ({@link io.github.predella.jobs.Job}), the clock that starts
 * jobs ({@link io.github.predella.jobs.JobClock}), who may do what one node of all is to do ({@link
 * io.github.predella.jobs.LeaseService}), and which processes are alive ({@link io.github.predella.jobs.NodeBeats}).
 *
 * <p>What the jobs do lives with the feature they serve.
 */
package io.github.predella.jobs;
