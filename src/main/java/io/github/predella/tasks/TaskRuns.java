package io.github.predella.tasks;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The stored notes about who runs which task. A note is written together with the task and goes when the task is over
 * and cleaned up after; so whatever a dead process leaves behind is written down here. Every method wants a running
 * transaction of the caller's and joins it; whatever changes who has a task is one conditional statement, so that of
 * several who try, one succeeds.
 */
public interface TaskRuns {

    /**
     * A note about a task.
     *
     * @param taskId the task
     * @param imageId its image, or null
     * @param place the staging area that its process must serve, null when any process will do
     * @param node the process that has it, null while it waits for one
     * @param reason why it is to end early, null when it is not
     * @param createdAt when it began to wait
     */
    record Run(String taskId, String imageId, String place, String node, String reason, Instant createdAt) {}

    /** Notes a task that waits for a process. */
    void note(Task task, String place, Instant when);

    Optional<Run> find(String taskId);

    /** Takes a waiting task. */
    boolean claim(String taskId, String node);

    /** Takes a waiting task in order to end it, if no process that serves its place looked at it since that time. */
    boolean giveUp(String taskId, String node, String reason, Instant unservedSince);

    /** Takes a waiting task in order to end it. */
    boolean withdraw(String taskId, String node, String reason);

    /** Notes that a task which somebody has is to end early. */
    boolean askToEnd(String taskId, String reason);

    /** Moves a task from one process to another. */
    boolean takeOver(String taskId, String from, String to);

    /** Ends the note of a process about a task. */
    boolean end(String taskId, String node);

    /** Ends the note about a task, whoever has it. */
    boolean drop(String taskId);

    /** Tasks that wait for any process or for one that serves one of the places, in their order. */
    List<Run> waiting(Collection<String> places, int limit);

    /** Tasks that wait for other places, at which no process that serves them has looked since that time. */
    List<Run> unserved(Collection<String> places, Instant since);

    /** Notes for waiting tasks that a process which serves their place has looked at them. */
    void noteServed(Collection<String> places, Instant when, Instant unlessSince);

    /** All tasks that some process has. */
    List<Run> claimed();
}
