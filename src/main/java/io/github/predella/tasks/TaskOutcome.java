package io.github.predella.tasks;

import jakarta.json.JsonObject;

/**
 * How a task ends.
 *
 * @param status success or failure
 * @param result what it has led to, or null
 * @param message the last thing users are told, never null
 */
public record TaskOutcome(Task.Status status, JsonObject result, String message) {

    public TaskOutcome {
        if (!status.isOver()) {
            throw new IllegalArgumentException(status + " is no end");
        }
    }

    static TaskOutcome success(JsonObject result, String message) {
        return new TaskOutcome(Task.Status.SUCCESS, result, message);
    }

    static TaskOutcome failure(String message) {
        return new TaskOutcome(Task.Status.FAILURE, null, message);
    }
}
