package io.github.predella.tasks;

import io.github.predella.notify.Payload;
import jakarta.json.JsonObject;

/** What notices say about tasks (notifications, "Events"): as in the reference, not what they lead to. */
final class TaskPayloads {

    private TaskPayloads() {}

    static JsonObject task(Task task) {
        return new Payload()
                .text("id", task.id())
                .text("type", task.type().wireName())
                .text("status", task.status().wireName())
                .nothing("result")
                .text("owner", task.owner().isEmpty() ? null : task.owner())
                .nothing("message")
                .time("expires_at", task.expiresAt())
                .alive(task.createdAt(), task.updatedAt());
    }
}
