package io.github.predella.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskPayloadsTest {

    @Test
    void taskHasTheKeysOfTheReferenceAndTellsNoResult() {
        var task = new Task(
                "id",
                Task.Type.API_IMAGE_IMPORT,
                Task.Status.PROCESSING,
                "",
                null,
                null,
                null,
                null,
                null,
                "half of it",
                Instant.EPOCH,
                Instant.EPOCH,
                null);

        var payload = TaskPayloads.task(task);

        assertEquals(
                List.of(
                        "id",
                        "type",
                        "status",
                        "result",
                        "owner",
                        "message",
                        "expires_at",
                        "created_at",
                        "updated_at",
                        "deleted",
                        "deleted_at"),
                List.copyOf(payload.keySet()));
        for (String unknown : List.of("result", "owner", "message", "expires_at", "deleted_at")) {
            assertTrue(payload.isNull(unknown), unknown);
        }
    }
}
