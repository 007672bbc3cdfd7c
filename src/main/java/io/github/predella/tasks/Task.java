package io.github.predella.tasks;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Locale;

/**
 * Long work that somebody has started, as the ledger has it. Immutable.
 *
 * @param id unique, 36 characters
 * @param type what kind of work
 * @param status how far it has come
 * @param owner project of whoever started it; empty when there is none, and then it is everybody's
 * @param imageId the image it works on, null when it was started through the tasks API
 * @param userId who started it, null when that is not known
 * @param requestId the request that started it, null when that is not known
 * @param input what it was started with, null when there is nothing
 * @param result what it has led to, null for as long as there is nothing
 * @param message progress, or the reason of a failure; never null
 * @param createdAt when it was started
 * @param updatedAt when it was changed last
 * @param expiresAt when it may be forgotten, null for as long as it is not over
 */
public record Task(
        String id,
        Type type,
        Status status,
        String owner,
        String imageId,
        String userId,
        String requestId,
        JsonObject input,
        JsonObject result,
        String message,
        Instant createdAt,
        Instant updatedAt,
        Instant expiresAt) {

    /** What kinds of work there are. */
    public enum Type {
        /** An image made from an address, started through the tasks API. */
        IMPORT,
        /** Data brought into an image that exists. */
        API_IMAGE_IMPORT,
        /** Data that already is at its place, to be registered with an image and measured. */
        LOCATION_IMPORT;

        /** The name on the wire and in the database. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The type of a wire name; throws {@link IllegalArgumentException} for any other text. */
        public static Type of(String wireName) {
            return valueOf(wireName.toUpperCase(Locale.ROOT));
        }
    }

    /** How far a task has come; {@link TaskTransitions} says what may follow what. */
    public enum Status {
        PENDING,
        PROCESSING,
        SUCCESS,
        FAILURE;

        /** The name on the wire and in the database. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The status of a wire name; throws {@link IllegalArgumentException} for any other text. */
        public static Status of(String wireName) {
            return valueOf(wireName.toUpperCase(Locale.ROOT));
        }

        /** Whether nothing comes after it. */
        public boolean isOver() {
            return this == SUCCESS || this == FAILURE;
        }
    }

    /**
     * What is known of a task before there is one.
     *
     * @param type what kind of work
     * @param owner project of whoever starts it, null when there is none
     * @param imageId the image it is to work on, null when there is none yet
     * @param userId who starts it, or null
     * @param requestId the request that starts it, or null
     * @param input what the work needs to know, or null
     */
    public record Draft(Type type, String owner, String imageId, String userId, String requestId, JsonObject input) {}

    /** The same task with its work begun; throws {@link IllegalStateException} when that may not follow. */
    Task begun(Instant now) {
        return moved(Status.PROCESSING, result, message, now, null);
    }

    /** The same task when it is over; throws {@link IllegalStateException} when it already was, or never began. */
    Task ended(TaskOutcome outcome, Instant now, Instant expires) {
        return moved(outcome.status(), outcome.result(), outcome.message(), now, expires);
    }

    private Task moved(Status to, JsonObject newResult, String newMessage, Instant now, Instant expires) {
        if (status == to || !TaskTransitions.allow(status, to)) {
            throw new IllegalStateException("a task cannot go from " + status + " to " + to);
        }
        return new Task(
                id, type, to, owner, imageId, userId, requestId, input, newResult, newMessage, createdAt, now, expires);
    }
}
