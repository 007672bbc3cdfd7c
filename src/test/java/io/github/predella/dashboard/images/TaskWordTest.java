package io.github.predella.dashboard.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.tasks.Task;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TaskWordTest {

    private static final long GIB = 1L << 30;

    private static TaskWord word(Task.Status status, String message, Long size) {
        var now = Instant.EPOCH;
        var task = new Task(
                "t", Task.Type.API_IMAGE_IMPORT, status, "p", "i", null, null, null, null, message, now, now, null);
        return TaskWord.of(task, size);
    }

    @Test
    void shareComesFromThePercentOrFromTheBytes() {
        assertEquals(37, word(Task.Status.PROCESSING, "Converted 37.50 %", null).percent());
        assertEquals(25, word(Task.Status.PROCESSING, "Read 256 MiB", GIB).percent());
        assertEquals(100, word(Task.Status.PROCESSING, "Read 4096 MiB", GIB).percent());
    }

    @Test
    void withoutASizeBytesAreNoShare() {
        assertNull(word(Task.Status.PROCESSING, "Downloaded 256 MiB", null).percent());
        assertNull(word(Task.Status.PENDING, "", GIB).percent());
    }

    @Test
    void whatIsOverHasNoShare() {
        var failed = word(Task.Status.FAILURE, "Got 413 MiB", GIB);

        assertNull(failed.percent());
        assertTrue(failed.failed());
        assertEquals("Got 413 MiB", failed.said());
    }
}
