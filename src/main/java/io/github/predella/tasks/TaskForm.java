package io.github.predella.tasks;

import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A task as it is shown beside its image: one flat object that has every member (images-api, "GET …/tasks"). */
public final class TaskForm {

    /** These times have fractions and no zone, unlike all others. */
    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private TaskForm() {}

    /** Writes one task as an object. */
    public static void write(JsonGenerator json, Task task) {
        json.writeStartObject();
        json.write("id", task.id());
        json.write("type", task.type().wireName());
        json.write("status", task.status().wireName());
        json.write("owner", task.owner());
        text(json, "expires_at", time(task.expiresAt()));
        text(json, "created_at", time(task.createdAt()));
        text(json, "updated_at", time(task.updatedAt()));
        json.writeNull("deleted_at");
        json.write("deleted", false);
        text(json, "image_id", task.imageId());
        text(json, "request_id", task.requestId());
        text(json, "user_id", task.userId());
        json.write("input", task.input() == null ? JsonValue.NULL : task.input());
        json.write("result", task.result() == null ? JsonValue.NULL : task.result());
        json.write("message", task.message());
        json.writeEnd();
    }

    private static String time(Instant instant) {
        return instant == null ? null : MICROSECONDS.format(instant);
    }

    private static void text(JsonGenerator json, String key, String value) {
        if (value == null) {
            json.writeNull(key);
        } else {
            json.write(key, value);
        }
    }
}
