package io.github.predella.tasks.db;

import io.github.predella.core.Jsons;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.StringReader;

/**
 * What a row of the table {@code task_info} says about a task.
 *
 * @param input JSON, or null
 * @param result JSON, or null
 * @param message text, or null
 */
record TaskInfo(String input, String result, String message) {

    /** What is known of a task whose row is missing. */
    static final TaskInfo NONE = new TaskInfo(null, null, null);

    JsonObject inputObject() {
        return object(input);
    }

    JsonObject resultObject() {
        return object(result);
    }

    String messageText() {
        return message == null ? "" : message;
    }

    private static JsonObject object(String json) {
        if (json == null || !json.startsWith("{")) {
            return null;
        }
        try (var reader = Jsons.reader(new StringReader(json))) {
            return reader.readObject();
        } catch (JsonException damaged) {
            // A row that nobody can read must not make its task unreadable.
            return null;
        }
    }
}
