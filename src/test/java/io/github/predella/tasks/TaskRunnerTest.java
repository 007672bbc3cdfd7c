package io.github.predella.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.core.Fault;
import io.github.predella.core.Jsons;
import io.github.predella.jobs.NodeName;
import io.github.predella.testing.LaterExecutor;
import io.github.predella.testing.Tasks;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TaskRunnerTest {

    private final TaskFixture world = new TaskFixture();
    private final TaskFixture.Node node = world.node("n1", ServedPlaces.ofProcess(new NodeName("n1")));

    private Task run(String id) {
        node.threads.runAll();
        return world.task(id);
    }

    @Test
    void submittedTaskIsRunOnceAndEndsWell() {
        var result = Jsons.object().add("image_id", "i1").build();
        world.work.does(run -> {
            run.say("Copied 7 MiB");
            return result;
        });

        var task = run(node.submit(null));

        assertEquals(Task.Status.SUCCESS, task.status());
        assertEquals(result, task.result());
        assertEquals("Copied 7 MiB", task.message());
        assertEquals(world.clock.instant().plus(Duration.ofDays(2)), task.expiresAt());
        assertEquals(List.of(task.id()), world.work.ran());
        assertTrue(world.runs.find(task.id()).isEmpty());
        assertEquals(List.of(), world.work.abandoned());
    }

    @Test
    void nodeAboutToStopLeavesTasksToOthersUnlessOnlyItCanDoThem() {
        var other = world.node("n2");
        node.runner.rest();
        String anybodys = node.submit(null);
        String own = node.submit(ServedPlaces.ofProcess(new NodeName("n1")));

        node.threads.runAll();

        assertEquals(Task.Status.PENDING, world.task(anybodys).status());
        other.lookForPending();
        other.threads.runAll();
        assertEquals(Task.Status.SUCCESS, world.task(anybodys).status());
        assertEquals(List.of(own, anybodys), world.work.ran());
    }

    @Test
    void taskIsBeingProcessedWhileItRuns() {
        var seen = new ArrayList<Task>();
        world.work.does(run -> {
            seen.add(world.task(run.task().id()));
            return null;
        });

        run(node.submit(null));

        assertEquals(Task.Status.PROCESSING, seen.get(0).status());
    }

    @Test
    void reasonsOfFailuresAreTold() {
        var failures = List.<Exception>of(
                Fault.invalid("the address is wrong"),
                new IOException("the server sent too little"),
                new IOException(),
                new NoSuchFileException("/secret/path"),
                new IllegalStateException("a bug"));
        var messages = new ArrayList<String>();

        for (Exception failure : failures) {
            world.work.does(run -> {
                if (failure instanceof IOException broken) {
                    throw broken;
                }
                throw (RuntimeException) failure;
            });
            var task = run(node.submit(null));
            assertEquals(Task.Status.FAILURE, task.status());
            messages.add(task.message());
        }

        assertEquals(
                List.of(
                        "the address is wrong",
                        "the server sent too little",
                        TaskFaults.OUR_FAULT,
                        TaskFaults.OUR_FAULT,
                        TaskFaults.OUR_FAULT),
                messages);
    }

    @Test
    void typeThatNobodyWorksForFailsSoon() {
        var draft = new Task.Draft(Task.Type.IMPORT, "p1", null, "u1", "req-1", null);

        var task = run(node.service.submit(draft, null).id());

        assertEquals(Task.Status.FAILURE, task.status());
        assertEquals("Tasks of type import are not offered by this service.", task.message());
    }

    @Test
    void internalTypeWithoutAnImageNeverReachesItsWork() {
        var draft = new Task.Draft(Task.Type.API_IMAGE_IMPORT, "p1", null, "u1", "req-1", null);

        var task = run(node.service.submit(draft, null).id());

        assertEquals(Task.Status.FAILURE, task.status());
        assertEquals(List.of(), world.work.ran());
    }

    @Test
    void oneOfSeveralNodesRunsATask() {
        var other = world.node("n2");
        String id = node.submit(null);
        other.lookForPending();

        other.threads.runAll();
        node.threads.runAll();

        assertEquals(List.of(id), world.work.ran());
        assertEquals(Task.Status.SUCCESS, world.task(id).status());
    }

    @Test
    void taskForAPlaceIsRunByANodeThatServesIt() {
        var serving = world.node("n2", "area");
        String id = node.submit("area");
        node.lookForPending();
        assertEquals(0, node.threads.waiting());

        serving.lookForPending();
        serving.threads.runAll();

        assertEquals(Task.Status.SUCCESS, world.task(id).status());
    }

    @Test
    void taskForAPlaceOfOnesOwnBeginsAtOnce() {
        var serving = world.node("n2", "area");

        String id = serving.submit("area");
        serving.threads.runAll();

        assertEquals(Task.Status.SUCCESS, world.task(id).status());
    }

    @Test
    void taskThatNobodyCanTakeSaysSoAndFailsInTheEnd() {
        String id = node.submit("area of a dead node");

        world.clock.advance(Duration.ofSeconds(20));
        node.lookForPending();
        var waiting = world.task(id);
        world.clock.advance(Duration.ofSeconds(590));
        node.lookForPending();
        node.threads.runAll();

        assertEquals(Task.Status.PENDING, waiting.status());
        assertEquals(TaskFaults.WAITS_FOR_NODE, waiting.message());
        assertEquals(Task.Status.FAILURE, world.task(id).status());
        assertEquals(TaskFaults.NO_NODE, world.task(id).message());
        assertEquals(List.of(id + " pending " + TaskFaults.NO_NODE), world.work.abandoned());
        assertTrue(world.runs.find(id).isEmpty());
    }

    @Test
    void taskWhosePlaceWasAProcessFailsOnceThatIsDead() {
        world.node("gone", ServedPlaces.ofProcess(new NodeName("gone")));
        String id = node.submit(ServedPlaces.ofProcess(new NodeName("gone")));

        world.clock.advance(Duration.ofSeconds(20));
        node.lookForPending();
        var waiting = world.task(id).status();
        world.clock.advance(Duration.ofSeconds(20));
        node.lookForPending();
        node.threads.runAll();

        assertEquals(Task.Status.PENDING, waiting);
        assertEquals(Task.Status.FAILURE, world.task(id).status());
        assertEquals(TaskFaults.PLACE_GONE, world.task(id).message());
        assertEquals(List.of(id + " pending " + TaskFaults.PLACE_GONE), world.work.abandoned());
        assertTrue(world.runs.find(id).isEmpty());
    }

    @Test
    void taskWhosePlaceIsServedWaitsAsLongAsItTakes() {
        var busy = new LaterExecutor(0);
        var serving = world.node("n2", busy, "area");
        String id = node.submit("area");

        for (int minute = 0; minute < 60; minute++) {
            world.clock.advance(Duration.ofMinutes(1));
            serving.lookForPending();
            node.lookForPending();
        }

        assertEquals(Task.Status.PENDING, world.task(id).status());
        assertEquals("", world.task(id).message());
    }

    @Test
    void taskForWhichNoThreadIsFreeIsFoundLater() {
        var threads = new LaterExecutor(1);
        var small = world.node("n2", threads);
        String first = small.submit(null);
        String second = small.submit(null);

        threads.runAll();
        assertEquals(List.of(first), world.work.ran());
        small.lookForPending();
        threads.runAll();

        assertEquals(List.of(first, second), world.work.ran());
    }

    @Test
    void taskThatAlreadyHasAThreadIsNotHandedOverAgain() {
        node.submit(null);

        node.lookForPending();
        node.lookForPending();

        assertEquals(1, node.threads.waiting());
    }

    @Test
    void cancelledWaitingTaskIsCleanedUpAfterAndNeverRuns() {
        String id = node.submit(null);

        node.service.cancel(id, "by its owner");
        node.threads.runAll();

        assertEquals(List.of(), world.work.ran());
        assertEquals(List.of(id + " failure by its owner"), world.work.abandoned());
        assertEquals("by its owner", world.task(id).message());
        assertTrue(world.runs.find(id).isEmpty());
    }

    @Test
    void cancelledRunningTaskEndsAtItsNextCheckpoint() {
        world.work.does(run -> {
            assertTrue(node.service.cancel(run.task().id(), "by its owner"));
            run.checkpoint();
            world.clock.advance(Duration.ofSeconds(1));
            run.checkpoint();
            throw new AssertionError("it went on");
        });

        var task = run(node.submit(null));

        assertEquals(Task.Status.FAILURE, task.status());
        assertEquals("by its owner", task.message());
        assertEquals(List.of(), world.work.abandoned());
    }

    @Test
    void preemptedRunningTaskEndsAtItsNextCheckpointAndChangesNothing() {
        var refusals = new ArrayList<String>();
        world.work.does(run -> {
            node.service.preempt(run.task().id(), "Expired lock preempted");
            world.clock.advance(Duration.ofSeconds(1));
            refusals.add(assertThrows(Fault.class, run::checkpoint).getMessage());
            run.say("too late");
            return null;
        });

        var task = run(node.submit(null));

        assertEquals(List.of(TaskFaults.takenAway().getMessage()), refusals);
        assertEquals(Task.Status.FAILURE, task.status());
        assertEquals("Expired lock preempted", task.message());
    }

    @Test
    void messagesAreStoredOnceASecondAndTheLastOneStays() {
        var stored = new ArrayList<String>();
        world.work.does(run -> {
            for (int step = 0; step < 4; step++) {
                run.say("step " + step);
                stored.add(world.task(run.task().id()).message());
                world.clock.advance(Duration.ofMillis(500));
            }
            return null;
        });

        var task = run(node.submit(null));

        assertEquals(List.of("step 0", "step 0", "step 2", "step 2"), stored);
        assertEquals("step 3", task.message());
    }

    @Test
    void messageThatCannotBeStoredDoesNotEndTheWork() {
        var failing = new TaskRunService(null, null, null, null, null, world.clock);
        var run = new RunningTask(failing, Tasks.processing().done(), world.clock);

        run.say("not stored");

        assertEquals("not stored", run.lastMessage());
    }

    @Test
    void taskOfADeadNodeIsCleanedUpAfterAndFails() {
        var dead = world.node("n0");
        String id = dead.submit(null);
        dead.ledger.claim(id);

        world.clock.advance(Duration.ofSeconds(29));
        node.lookForAbandoned();
        assertEquals(0, node.threads.waiting());
        world.clock.advance(Duration.ofSeconds(2));
        node.lookForAbandoned();
        node.threads.runAll();

        assertEquals(Task.Status.FAILURE, world.task(id).status());
        assertEquals(TaskFaults.NODE_GONE, world.task(id).message());
        assertEquals(List.of(id + " processing " + TaskFaults.NODE_GONE), world.work.abandoned());
        assertTrue(world.runs.find(id).isEmpty());
    }

    @Test
    void nodeThatWasOnlySilentCannotEndItsTaskAnyMore() {
        world.work.does(run -> {
            world.clock.advance(Duration.ofMinutes(1));
            var other = world.node("n2");
            other.lookForAbandoned();
            other.threads.runAll();
            return JsonObject.EMPTY_JSON_OBJECT;
        });

        var task = run(node.submit(null));

        assertEquals(Task.Status.FAILURE, task.status());
        assertEquals(TaskFaults.NODE_GONE, task.message());
    }

    @Test
    void cleaningUpThatFailsIsTriedAgain() {
        var dead = world.node("n0");
        String id = dead.submit(null);
        dead.ledger.claim(id);
        world.clock.advance(Duration.ofMinutes(1));
        world.work.failsToCleanUp(new IOException("the store is away"));

        node.lookForAbandoned();
        node.threads.runAll();
        var between = world.task(id).status();
        world.work.failsToCleanUp(null);
        node.lookForAbandoned();
        node.threads.runAll();

        assertEquals(Task.Status.PROCESSING, between);
        assertEquals(Task.Status.FAILURE, world.task(id).status());
        assertEquals(2, world.work.abandoned().size());
    }

    @Test
    void workThatCannotCleanUpAfterItselfIsCleanedUpAfterLater() {
        world.work.does(run -> {
            throw new CleanUpFailed(
                    Fault.conflict("the data is bad"), new IllegalStateException("the database is away"));
        });
        world.work.failsToCleanUp(new IOException("the database is away"));

        var between = run(node.submit(null));
        node.lookForAbandoned();
        node.threads.runAll();
        world.clock.advance(Duration.ofSeconds(10));
        world.work.failsToCleanUp(null);
        node.lookForAbandoned();
        node.threads.runAll();

        assertEquals(Task.Status.PROCESSING, between.status());
        assertEquals(Task.Status.FAILURE, world.task(between.id()).status());
        assertEquals("the data is bad", world.task(between.id()).message());
        assertEquals(2, world.work.abandoned().size());
        assertTrue(world.runs.find(between.id()).isEmpty());
    }

    @Test
    void whatThisNodeHasAndNobodyLooksAfterIsTakenUp() {
        var full = world.node("n2", new LaterExecutor(0));
        String id = node.submit("elsewhere");
        full.service.cancel(id, "by its owner");
        var again = world.node("n2");

        again.lookForAbandoned();
        again.threads.runAll();

        assertEquals(List.of(id + " failure by its owner"), world.work.abandoned());
        assertTrue(world.runs.find(id).isEmpty());
    }

    @Test
    void runningTaskIsLeftAloneByTheSearchForAbandonedOnes() {
        world.work.does(run -> {
            node.lookForAbandoned();
            assertEquals(0, node.threads.waiting());
            return null;
        });

        var task = run(node.submit(null));

        assertEquals(Task.Status.SUCCESS, task.status());
    }

    @Test
    void stopInterruptsWhatRunsAndLetsNothingNewBegin() throws InterruptedException {
        var begun = new CountDownLatch(1);
        world.work.does(run -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stop) {
                throw new InterruptedIOException("cut off");
            }
            return null;
        });
        String running = node.submit(null);
        String waiting = node.submit(null);
        var worker = new Thread(node.threads::runAll);
        worker.start();
        begun.await();

        node.runner.stop(Duration.ofSeconds(10));
        worker.join();

        assertEquals(Task.Status.FAILURE, world.task(running).status());
        assertEquals(TaskFaults.STOPPED, world.task(running).message());
        assertEquals(Task.Status.PENDING, world.task(waiting).status());
        assertEquals(List.of(running), world.work.ran());
    }

    @Test
    void stoppedWorkThatOnlyAsksAtCheckpointsEndsThere() {
        world.work.does(run -> {
            node.runner.stop(Duration.ZERO);
            run.checkpoint();
            return null;
        });

        var task = run(node.submit(null));

        assertEquals(TaskFaults.STOPPED, task.message());
    }
}
