package io.github.predella.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.predella.core.Jsons;
import io.github.predella.testing.Tasks;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TaskFormTest {

    private static String text(Task task) {
        var bytes = new ByteArrayOutputStream();
        try (var json = Jsons.generator(bytes)) {
            TaskForm.write(json, task);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyMemberIsThereWithTimesToTheMicrosecond() {
        var task = Tasks.pending().id("t1").at(Tasks.NOON.plusNanos(1_500_000)).done();

        String text = text(task);

        assertEquals(
                "{\"id\":\"t1\",\"type\":\"api_image_import\",\"status\":\"pending\",\"owner\":\"p1\","
                        + "\"expires_at\":null,\"created_at\":\"2026-01-01T12:00:00.001500\","
                        + "\"updated_at\":\"2026-01-01T12:00:00.001500\",\"deleted_at\":null,\"deleted\":false,"
                        + "\"image_id\":\"i1\",\"request_id\":\"req-1\",\"user_id\":\"u1\","
                        + "\"input\":{\"image_id\":\"i1\"},\"result\":null,\"message\":\"\"}",
                text);
    }
}
