package io.github.predella.tasks.rest;

import io.github.predella.core.IsoTime;
import io.github.predella.tasks.Task;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;

/** The wire form of a task: whole, and as the stub that lists have. What is not known has no member. */
final class TaskJson {

    private TaskJson() {}

    /** Where a task is. */
    static String path(Task task) {
        return "/v2/tasks/" + task.id();
    }

    static void write(JsonGenerator json, Task task) {
        json.writeStartObject();
        json.write("id", task.id());
        json.write("input", orNull(task.input()));
        writeKind(json, task);
        json.write("message", task.message());
        json.write("result", orNull(task.result()));
        writeTimes(json, task);
        ifKnown(json, "image_id", task.imageId());
        ifKnown(json, "request_id", task.requestId());
        ifKnown(json, "user_id", task.userId());
        ifKnown(json, "expires_at", IsoTime.text(task.expiresAt()));
        json.writeEnd();
    }

    static void writeStub(JsonGenerator json, Task task) {
        json.writeStartObject();
        json.write("id", task.id());
        writeKind(json, task);
        writeTimes(json, task);
        ifKnown(json, "expires_at", IsoTime.text(task.expiresAt()));
        json.writeEnd();
    }

    private static void writeKind(JsonGenerator json, Task task) {
        json.write("type", task.type().wireName());
        json.write("status", task.status().wireName());
        json.write("owner", task.owner());
    }

    private static void writeTimes(JsonGenerator json, Task task) {
        json.write("created_at", IsoTime.text(task.createdAt()));
        json.write("updated_at", IsoTime.text(task.updatedAt()));
        json.write("self", path(task));
        json.write("schema", "/v2/schemas/task");
    }

    private static JsonValue orNull(JsonObject object) {
        return object == null ? JsonValue.NULL : object;
    }

    private static void ifKnown(JsonGenerator json, String name, String value) {
        if (value != null) {
            json.write(name, value);
        }
    }
}
