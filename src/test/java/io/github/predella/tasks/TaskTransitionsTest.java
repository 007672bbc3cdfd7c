package io.github.predella.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.testing.Tasks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskTransitionsTest {

    @Test
    void exactlyFourChangesAreAllowed() {
        var allowed = new ArrayList<String>();

        for (Task.Status from : Task.Status.values()) {
            for (Task.Status to : Task.Status.values()) {
                if (from != to && TaskTransitions.allow(from, to)) {
                    allowed.add(from.wireName() + " " + to.wireName());
                }
            }
        }

        assertEquals(
                List.of("pending processing", "pending failure", "processing success", "processing failure"), allowed);
    }

    @Test
    void aTaskMovesOnlyAlongTheTable() {
        var pending = Tasks.pending().done();
        var success = TaskOutcome.success(null, "done");

        var begun = pending.begun(Tasks.NOON.plusSeconds(1));
        var ended = begun.ended(success, Tasks.NOON.plusSeconds(2), Tasks.NOON.plusSeconds(9));

        assertEquals(Task.Status.PROCESSING, begun.status());
        assertEquals(Tasks.NOON.plusSeconds(9), ended.expiresAt());
        assertEquals("done", ended.message());
        assertThrows(IllegalStateException.class, () -> pending.ended(success, Tasks.NOON, Tasks.NOON));
        assertThrows(IllegalStateException.class, () -> begun.begun(Tasks.NOON));
        assertThrows(IllegalStateException.class, () -> ended.ended(success, Tasks.NOON, Tasks.NOON));
        assertThrows(IllegalArgumentException.class, () -> new TaskOutcome(Task.Status.PENDING, null, ""));
    }
}
