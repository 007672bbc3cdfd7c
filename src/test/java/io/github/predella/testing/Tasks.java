package io.github.predella.testing;

import io.github.predella.core.Jsons;
import io.github.predella.tasks.Task;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.UUID;

/** Tasks in the words of the domain, built step by step. */
public final class Tasks {

    /** When tasks are made unless a test says otherwise. */
    public static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private String id = UUID.randomUUID().toString();
    private Task.Type type = Task.Type.API_IMAGE_IMPORT;
    private final Task.Status status;
    private String owner = "p1";
    private String imageId = "i1";
    private Instant createdAt = NOON;
    private Instant expiresAt;
    private String message = "";
    private JsonObject input;

    private Tasks(Task.Status status) {
        this.status = status;
    }

    public static Tasks pending() {
        return new Tasks(Task.Status.PENDING);
    }

    public static Tasks processing() {
        return new Tasks(Task.Status.PROCESSING);
    }

    /** One that succeeded, and expires at that time. */
    public static Tasks succeeded(Instant expiry) {
        var tasks = new Tasks(Task.Status.SUCCESS);
        tasks.expiresAt = expiry;
        return tasks;
    }

    public Tasks id(String value) {
        id = value;
        return this;
    }

    public Tasks type(Task.Type value) {
        type = value;
        return this;
    }

    public Tasks ownedBy(String project) {
        owner = project;
        return this;
    }

    /** The image it works on; null for none. */
    public Tasks on(String image) {
        imageId = image;
        return this;
    }

    public Tasks at(Instant time) {
        createdAt = time;
        return this;
    }

    public Tasks saying(String text) {
        message = text;
        return this;
    }

    public Tasks with(JsonObject what) {
        input = what;
        return this;
    }

    public Task done() {
        var given = input == null
                ? Jsons.object().add("image_id", imageId == null ? "" : imageId).build()
                : input;
        return new Task(
                id, type, status, owner, imageId, "u1", "req-1", given, null, message, createdAt, createdAt, expiresAt);
    }
}
