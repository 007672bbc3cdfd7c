package io.github.predella.tasks;

/**
 * Fired when there is something to do about a task: start it, or clean up after it. Heard once the transaction that
 * says so is stored.
 *
 * @param taskId the task
 * @param place the staging area that its process must serve, null when any process will do
 */
public record TaskDue(String taskId, String place) {}
