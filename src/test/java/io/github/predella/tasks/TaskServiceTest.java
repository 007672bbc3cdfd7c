package io.github.predella.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.core.Jsons;
import io.github.predella.core.PageRequest;
import io.github.predella.testing.Callers;
import io.github.predella.testing.Tasks;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskServiceTest {

    private static final Caller ADMIN = Callers.admin("p9");
    private static final Caller MEMBER = Callers.member("p1");

    private final TaskFixture world = new TaskFixture();
    private final TaskService service = world.node("n1").service;

    @TempDir
    Path rules;

    private static TaskQuery all() {
        return new TaskQuery(List.of(), TaskQuery.Field.CREATED_AT, false, new PageRequest(25, null));
    }

    private static Fault.Kind refusal(Supplier<?> call) {
        return assertThrows(Fault.class, call::get).kind();
    }

    private String stored(Tasks tasks) {
        var task = tasks.done();
        world.tasks.insert(task);
        return task.id();
    }

    @Test
    void submittedTaskWaitsTogetherWithItsNote() {
        var task = service.submit(TaskFixture.draft(), "area");

        var run = world.runs.find(task.id()).orElseThrow();
        assertEquals(task, world.task(task.id()));
        assertEquals(Task.Status.PENDING, task.status());
        assertEquals("", task.message());
        assertNull(task.expiresAt());
        assertEquals(new TaskRuns.Run(task.id(), "i1", "area", null, null, task.createdAt()), run);
    }

    @Test
    void inputThatNoColumnHoldsIsRefused() {
        var input =
                Jsons.object().add("x", "y".repeat(TaskText.MOST_CHARACTERS)).build();
        var draft = new Task.Draft(Task.Type.IMPORT, "p1", null, "u1", "req-1", input);

        var kind = refusal(() -> service.submit(draft, null));

        assertEquals(Fault.Kind.TOO_LARGE, kind);
    }

    @Test
    void idsAreCutToWhatTheColumnsHold() {
        var draft = new Task.Draft(Task.Type.IMPORT, null, null, "u".repeat(65), "r".repeat(68), null);

        var task = service.submit(draft, null);

        assertEquals(64, task.userId().length());
        assertEquals(64, task.requestId().length());
        assertEquals("", task.owner());
    }

    @Test
    void theTasksApiIsForAdministratorsOnly() {
        String id = stored(Tasks.pending());

        assertEquals(Fault.Kind.FORBIDDEN, refusal(() -> service.list(MEMBER, all())));
        assertEquals(Fault.Kind.FORBIDDEN, refusal(() -> service.get(MEMBER, id)));
        assertEquals(
                Fault.Kind.FORBIDDEN,
                refusal(() -> service.create(MEMBER, Task.Type.IMPORT, JsonObject.EMPTY_JSON_OBJECT)));
        assertEquals(id, service.get(ADMIN, id).id());
    }

    @Test
    void whoeverARuleLetsInSeesTheirOwnProject() throws IOException {
        Files.writeString(rules.resolve("policy.yaml"), "tasks_api_access: \"\"\n");
        var open = new TaskFixture(rules);
        var tasks = open.node("n1").service;
        for (String owner : List.of("p1", "p2", "")) {
            open.tasks.insert(Tasks.pending()
                    .id("a" + owner.length() + owner.replace("p", ""))
                    .ownedBy(owner)
                    .done());
        }

        var listed = tasks.list(MEMBER, all()).items();

        assertEquals(List.of("p1"), listed.stream().map(Task::owner).toList());
        assertEquals(3, tasks.list(ADMIN, all()).items().size());
        assertEquals("p1", tasks.get(MEMBER, "a21").owner());
        assertEquals("", tasks.get(MEMBER, "a0").owner());
        assertEquals(Fault.Kind.NOT_FOUND, refusal(() -> tasks.get(MEMBER, "a22")));
        assertEquals(
                Fault.Kind.FORBIDDEN,
                refusal(() -> tasks.create(Callers.anonymous(), Task.Type.IMPORT, JsonObject.EMPTY_JSON_OBJECT)));
    }

    @Test
    void idsThatCannotBeAreUnknown() {
        for (String id : List.of("", "x\0", "a".repeat(37), "no-such-task")) {
            assertEquals(Fault.Kind.NOT_FOUND, refusal(() -> service.get(ADMIN, id)), id);
        }
    }

    @Test
    void createdTaskKnowsWhoAskedForIt() {
        var input = Jsons.object().add("import_from", "http://example.org/disk").build();

        var task = service.create(ADMIN, Task.Type.IMPORT, input);

        assertEquals("p9", task.owner());
        assertEquals(ADMIN.user(), task.userId());
        assertEquals(ADMIN.requestId(), task.requestId());
        assertNull(task.imageId());
        assertEquals(input, task.input());
    }

    @Test
    void importWithoutASourceIsRefused() {
        var kind = refusal(() -> service.create(ADMIN, Task.Type.IMPORT, JsonObject.EMPTY_JSON_OBJECT));

        assertEquals(Fault.Kind.INVALID, kind);
    }

    @Test
    void tasksOfAnImageAreThoseOfTheCallersProject() {
        var now = world.clock.instant();
        String own = stored(Tasks.pending().at(now));
        String late = stored(Tasks.succeeded(now.plusSeconds(1)).at(now.plusSeconds(5)));
        stored(Tasks.pending().ownedBy("p2").at(now));
        stored(Tasks.pending().on("i2").at(now));

        var before = service.ofImage(MEMBER, "i1");
        world.clock.advance(Duration.ofSeconds(1));
        var after = service.ofImage(MEMBER, "i1");

        assertEquals(List.of(late, own), before.stream().map(Task::id).toList());
        assertEquals(List.of(own), after.stream().map(Task::id).toList());
        assertEquals(2, service.ofImage(ADMIN, "i1").size());
        assertTrue(service.ofImage(Callers.anonymous(), "i1").isEmpty());
    }

    @Test
    void cancelledWaitingTaskIsOverAtOnce() {
        String id = service.submit(TaskFixture.draft(), "elsewhere").id();

        boolean cancelled = service.cancel(id, "by its owner");

        var task = world.task(id);
        assertTrue(cancelled);
        assertEquals(Task.Status.FAILURE, task.status());
        assertEquals("by its owner", task.message());
        assertEquals(world.clock.instant().plus(Duration.ofDays(2)), task.expiresAt());
        assertFalse(service.cancel(id, "again"));
    }

    @Test
    void taskOfAnotherServiceCanBeCancelledToo() {
        String id = stored(Tasks.processing());

        boolean cancelled = service.cancel(id, "by its owner");

        assertTrue(cancelled);
        assertEquals(Task.Status.FAILURE, world.task(id).status());
        assertFalse(service.cancel("unknown", "x"));
    }

    @Test
    void preemptedTaskIsOverWhoeverHasIt() {
        String id = service.submit(TaskFixture.draft(), null).id();
        world.runs.claim(id, "n2");

        boolean preempted = service.preempt(id, "Expired lock preempted");

        assertTrue(preempted);
        assertEquals("Expired lock preempted", world.task(id).message());
        assertTrue(world.runs.find(id).isEmpty());
        assertFalse(service.preempt(id, "again"));
    }
}
