package io.github.predella.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.core.Fault;
import io.github.predella.core.Jsons;
import io.github.predella.core.Page;
import io.github.predella.core.PageRequest;
import io.github.predella.tasks.TaskQuery.Field;
import io.github.predella.tasks.TaskQuery.Filter;
import io.github.predella.tasks.TaskQuery.InSecond;
import io.github.predella.tasks.TaskQuery.Is;
import io.github.predella.testing.Tasks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every {@link TaskRepository} promises. */
public interface TaskRepositoryContract {

    Instant NOON = Tasks.NOON;

    /** The ledger, empty when a test begins. */
    TaskRepository tasks();

    /** Runs work in one transaction. */
    <T> T in(Supplier<T> work);

    default Task stored(Tasks tasks) {
        var task = tasks.done();
        in(() -> {
            tasks().insert(task);
            return null;
        });
        return task;
    }

    default Optional<Task> find(String id) {
        return in(() -> tasks().find(id));
    }

    default Page<Task> page(TaskQuery query, String owner) {
        return in(() -> tasks().page(query, owner, NOON));
    }

    default List<Task> found(Field sortKey, boolean ascending, Filter... filters) {
        return page(new TaskQuery(List.of(filters), sortKey, ascending, new PageRequest(100, null)), null)
                .items();
    }

    @Test
    default void storedTaskIsFoundAsItWas() {
        var task = stored(Tasks.pending());
        var bare = stored(Tasks.pending().on(null).ownedBy("").type(Task.Type.IMPORT));

        assertEquals(Optional.of(task), find(task.id()));
        assertEquals(Optional.of(bare), find(bare.id()));
        assertEquals(Optional.empty(), find(UUID.randomUUID().toString()));
    }

    @Test
    default void everyTextSurvives() {
        var input =
                Jsons.object().add("\u00e4", "\uD83D\uDE00 \u20AC \"\\\u0000").build();
        var task = Tasks.pending().done();
        var full = new Task(
                task.id(),
                task.type(),
                task.status(),
                task.owner(),
                task.imageId(),
                task.userId(),
                task.requestId(),
                input,
                null,
                TaskText.storable("\u20AC\0\uD83D\uDE00".repeat(40_000)),
                NOON,
                NOON,
                null);

        in(() -> {
            tasks().insert(full);
            return null;
        });

        assertEquals(Optional.of(full), find(task.id()));
    }

    @Test
    default void taskGoesThroughItsLife() {
        var task = stored(Tasks.pending());
        var begun = task.begun(NOON.plusSeconds(1));
        var result = Jsons.object().add("image_id", "i1").build();
        var ended = begun.ended(TaskOutcome.success(result, "done"), NOON.plusSeconds(2), NOON.plusSeconds(3));

        assertTrue(in(() -> tasks().update(task, begun)));
        assertEquals(Optional.of(begun), find(task.id()));
        assertTrue(in(() -> tasks().update(begun, ended)));
        assertEquals(Optional.of(ended), find(task.id()));
    }

    @Test
    default void onlyOneChangeFromAStatusSucceeds() {
        var task = stored(Tasks.pending());
        var begun = task.begun(NOON.plusSeconds(1));
        var failed = task.ended(TaskOutcome.failure("no"), NOON.plusSeconds(2), NOON.plusSeconds(3));

        assertTrue(in(() -> tasks().update(task, begun)));
        assertFalse(in(() -> tasks().update(task, failed)));

        assertEquals(Optional.of(begun), find(task.id()));
    }

    @Test
    default void messageIsStoredForTheStatusItIsMeantFor() {
        var task = stored(Tasks.processing());

        boolean said = in(() -> tasks().say(task.id(), Task.Status.PROCESSING, "half", NOON.plusSeconds(1)));
        boolean late = in(() -> tasks().say(task.id(), Task.Status.PENDING, "late", NOON.plusSeconds(2)));

        var now = find(task.id()).orElseThrow();
        assertTrue(said);
        assertFalse(late);
        assertEquals("half", now.message());
        assertEquals(NOON.plusSeconds(1), now.updatedAt());
    }

    @Test
    default void latestComeFirst() {
        var early = stored(Tasks.pending().at(NOON.minusSeconds(9)));
        var late = stored(Tasks.pending().at(NOON.minusSeconds(1)));

        assertEquals(List.of(late, early), found(Field.CREATED_AT, false));
        assertEquals(List.of(early, late), found(Field.CREATED_AT, true));
    }

    @Test
    default void tasksAreSortedByEveryAttribute() {
        var one = stored(Tasks.pending()
                .id("11111111-0000-4000-8000-000000000000")
                .ownedBy("a")
                .on(null)
                .type(Task.Type.API_IMAGE_IMPORT)
                .at(NOON.minusSeconds(2)));
        var two = stored(Tasks.succeeded(NOON.plusSeconds(5))
                .id("22222222-0000-4000-8000-000000000000")
                .ownedBy("b")
                .on("i2")
                .type(Task.Type.IMPORT)
                .at(NOON.minusSeconds(1)));

        for (Field field : Field.values()) {
            assertEquals(List.of(one, two), found(field, true), field::name);
            assertEquals(List.of(two, one), found(field, false), field::name);
        }
    }

    @Test
    default void everyPageContinuesTheOneBefore() {
        for (int i = 0; i < 7; i++) {
            stored(Tasks.pending().on(i % 3 == 0 ? null : "i" + i % 3).at(NOON.minusSeconds(i / 2)));
        }

        for (Field field : Field.values()) {
            for (boolean ascending : List.of(true, false)) {
                var whole = found(field, ascending);
                var pieced = new ArrayList<Task>();
                String marker = null;
                for (boolean full = true; full; ) {
                    var page = page(new TaskQuery(List.of(), field, ascending, new PageRequest(2, marker)), null);
                    pieced.addAll(page.items());
                    full = page.full();
                    marker = pieced.get(pieced.size() - 1).id();
                }

                assertEquals(whole, pieced, field + " " + ascending);
                assertEquals(7, new HashSet<>(pieced).size());
            }
        }
    }

    @Test
    default void filtersAreMetTogether() {
        var task = stored(Tasks.processing().on("i7").ownedBy("p7").at(NOON.minusSeconds(2)));
        stored(Tasks.pending().on("i7").at(NOON.minusSeconds(60)));

        assertEquals(List.of(task), found(Field.ID, true, new Is(Field.STATUS, "processing")));
        assertEquals(List.of(task), found(Field.ID, true, new Is(Field.IMAGE_ID, "i7"), new Is(Field.OWNER, "p7")));
        assertEquals(List.of(task), found(Field.ID, true, new Is(Field.ID, task.id())));
        assertEquals(List.of(task), found(Field.ID, true, new InSecond(Field.CREATED_AT, NOON.minusSeconds(2))));
        assertEquals(List.of(), found(Field.ID, true, new InSecond(Field.EXPIRES_AT, NOON)));
        assertEquals(2, found(Field.ID, true, new Is(Field.USER_ID, "u1")).size());
        assertEquals(List.of(), found(Field.ID, true, new Is(Field.STATUS, "processing"), new Is(Field.OWNER, "p1")));
    }

    @Test
    default void listsKnowOwnersAndExpiry() {
        var own = stored(Tasks.pending());
        stored(Tasks.pending().ownedBy("p2"));
        var expired = stored(Tasks.succeeded(NOON));
        var query = new TaskQuery(List.of(), Field.CREATED_AT, false, new PageRequest(100, null));

        assertEquals(List.of(own), page(query, "p1").items());
        assertEquals(2, page(query, null).items().size());
        assertEquals(List.of(own), in(() -> tasks().ofImage("i1", "p1", NOON)));
        assertEquals(2, in(() -> tasks().ofImage("i1", null, NOON)).size());
        assertEquals(List.of(), in(() -> tasks().ofImage("i2", null, NOON)));
        assertEquals(Optional.of(expired), find(expired.id()));
    }

    @Test
    default void markersOfOthersAreUnknown() {
        var foreign = stored(Tasks.pending().ownedBy("p2"));
        var query = new TaskQuery(List.of(), Field.CREATED_AT, false, new PageRequest(1, foreign.id()));
        var nowhere = new TaskQuery(
                List.of(),
                Field.CREATED_AT,
                false,
                new PageRequest(1, UUID.randomUUID().toString()));

        assertEquals(List.of(), page(query, null).items());
        assertEquals(
                Fault.Kind.NOT_FOUND,
                assertThrows(Fault.class, () -> page(query, "p1")).kind());
        assertEquals(
                Fault.Kind.NOT_FOUND,
                assertThrows(Fault.class, () -> page(nowhere, null)).kind());
    }

    @Test
    default void pageOfNothingIsEmpty() {
        stored(Tasks.pending());

        var page = page(new TaskQuery(List.of(), Field.CREATED_AT, false, new PageRequest(0, null)), null);

        assertEquals(List.of(), page.items());
        assertFalse(page.full());
    }

    @Test
    default void forgottenTasksAreRemovedSomeAtATime() {
        var kept = stored(Tasks.succeeded(NOON.plusSeconds(1)));
        for (int i = 0; i < 3; i++) {
            stored(Tasks.succeeded(NOON.minusSeconds(i)));
        }
        in(() -> tasks().forgetExpired(NOON, 10));
        var later = NOON.plusSeconds(1);

        int early = in(() -> tasks().removeForgotten(NOON, 2));
        int first = in(() -> tasks().removeForgotten(later, 2));
        int second = in(() -> tasks().removeForgotten(later, 2));
        int third = in(() -> tasks().removeForgotten(later, 2));

        assertEquals(List.of(0, 2, 1, 0), List.of(early, first, second, third));
        assertTrue(find(kept.id()).isPresent());
    }

    @Test
    default void expiredTasksAreForgottenSomeAtATime() {
        var kept = stored(Tasks.succeeded(NOON.plusSeconds(1)));
        var running = stored(Tasks.processing());
        for (int i = 0; i < 3; i++) {
            stored(Tasks.succeeded(NOON.minusSeconds(i)));
        }

        int first = in(() -> tasks().forgetExpired(NOON, 2));
        int second = in(() -> tasks().forgetExpired(NOON, 2));
        int third = in(() -> tasks().forgetExpired(NOON, 2));

        assertEquals(List.of(2, 1, 0), List.of(first, second, third));
        assertTrue(find(kept.id()).isPresent());
        assertTrue(find(running.id()).isPresent());
    }
}
