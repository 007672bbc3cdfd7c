package io.github.predella.tasks;

import io.github.predella.core.Fault;
import io.github.predella.observe.TaskFigures;
import io.github.predella.observe.Trace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Does what is due about tasks, on threads of its own: runs those that wait, and lets their work clean up after those
 * that were cut off. What it cannot take now stays written down and is found by the jobs of this room.
 */
@ApplicationScoped
public class TaskRunner {

    private static final Logger LOG = Logger.getLogger(TaskRunner.class.getName());
    private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();

    private final Set<String> attended = ConcurrentHashMap.newKeySet();
    private final Map<String, RunningTask> running = new ConcurrentHashMap<>();
    private volatile boolean resting;
    private volatile boolean stopping;

    private TaskRunService ledger;
    private TaskContributions contributions;
    private TaskExecutor executor;
    private Clock clock;

    /** For the container's proxy only. */
    protected TaskRunner() {}

    @Inject
    public TaskRunner(TaskRunService ledger, TaskContributions contributions, TaskExecutor executor, Clock clock) {
        this.ledger = ledger;
        this.contributions = contributions;
        this.executor = executor;
        this.clock = clock;
    }

    /** Takes up what a transaction has just written down. */
    void begin(@Observes(during = TransactionPhase.AFTER_SUCCESS) TaskDue due) {
        if (due.place() == null || contributions.places().contains(due.place())) {
            attend(due.taskId());
        }
    }

    /**
     * Lets a thread look after a task, unless one does already.
     *
     * @return false when all are busy
     */
    boolean attend(String id) {
        if (stopping || !attended.add(id)) {
            return true;
        }
        try {
            executor.execute(() -> lookAfter(id));
            return true;
        } catch (RejectedExecutionException busy) {
            attended.remove(id);
            return false;
        }
    }

    /**
     * Takes no more tasks, except those that no other process can do. What runs goes on; what waits is for other nodes,
     * or for the next start.
     */
    public void rest() {
        resting = true;
    }

    /** Whether no task is being done here. */
    public boolean isIdle() {
        return running.isEmpty();
    }

    /**
     * Interrupts whatever runs, because the service is being stopped, and gives it some time to end. Nothing new begins
     * from now on. What does not end in time is found by other nodes, or after the next start.
     */
    public void stop(Duration patience) {
        stopping = true;
        long deadline = System.nanoTime() + patience.toNanos();
        running.values().forEach(RunningTask::stop);
        while (!running.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        running.keySet().forEach(id -> LOG.warning(() -> "task " + id + " does not end in time for the stop"));
    }

    private void lookAfter(String id) {
        try {
            if (!stopping) {
                (resting ? ledger.claimOwn(id) : ledger.claim(id))
                        .ifPresentOrElse(this::run, () -> ledger.owned(id).ifPresent(this::cleanUp));
            }
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, failure, () -> "task " + id + " is tried again later");
        } finally {
            attended.remove(id);
        }
    }

    private void run(Task task) {
        var run = new RunningTask(ledger, task, clock);
        running.put(task.id(), run);
        TaskFigures.begun();
        Trace.beginTask(task.id(), task.requestId(), task.userId(), task.owner());
        long begun = System.nanoTime();
        boolean success = false;
        try {
            if (stopping) {
                run.stop();
            }
            var outcome = outcome(run);
            run.leave();
            success = outcome.status() == Task.Status.SUCCESS;
            if (!ledger.end(task.id(), outcome)) {
                LOG.info(() -> "task " + task.id() + " was ended by others before it ended here");
            }
        } catch (CleanUpFailed left) {
            run.leave();
            LOG.log(Level.WARNING, left, () -> "task " + task.id() + " is cleaned up after later");
            ledger.leave(task.id(), failureOf(run, left.getCause()));
        } finally {
            run.leave();
            running.remove(task.id());
            Trace.end();
            TaskFigures.ended(task.type().wireName(), success, System.nanoTime() - begun);
        }
    }

    private TaskOutcome outcome(RunningTask run) {
        var task = run.task();
        if (task.type() != Task.Type.IMPORT && task.imageId() == null) {
            return TaskOutcome.failure(TaskFaults.notForCallers(task.type()));
        }
        var work = contributions.work(task.type());
        if (work.isEmpty()) {
            return TaskOutcome.failure(TaskFaults.notOffered(task.type()));
        }
        try {
            var result = work.get().run(run);
            return TaskOutcome.success(result, run.lastMessage());
        } catch (CleanUpFailed left) {
            throw left;
        } catch (Exception failure) {
            return TaskOutcome.failure(failureOf(run, failure));
        }
    }

    private static String failureOf(RunningTask run, Throwable failure) {
        String fromOutside = run.reasonFromOutside();
        return fromOutside == null ? reason(run.task(), failure) : fromOutside;
    }

    private static String reason(Task task, Throwable failure) {
        if (failure instanceof Fault fault) {
            return fault.detail().isEmpty() ? fault.getMessage() : fault.getMessage() + " " + fault.detail();
        }
        LOG.log(Level.WARNING, failure, () -> "task " + task.id() + " of request " + task.requestId() + " failed");
        boolean forUsers = failure instanceof IOException
                && !(failure instanceof FileSystemException)
                && failure.getMessage() != null;
        return forUsers ? failure.getMessage() : TaskFaults.OUR_FAULT;
    }

    private void cleanUp(TaskRunService.Owned owned) {
        var task = owned.task();
        String reason = owned.run().reason() == null
                ? TaskFaults.NODE_GONE
                : owned.run().reason();
        try {
            var work = contributions.work(task.type());
            if (work.isPresent()) {
                work.get().abandoned(task, reason);
            }
        } catch (Exception failure) {
            LOG.log(Level.WARNING, failure, () -> "task " + task.id() + " is cleaned up after later");
            ledger.giveBack(owned.run());
            return;
        }
        ledger.end(task.id(), TaskOutcome.failure(reason));
        var level = owned.run().reason() == null ? Level.WARNING : Level.INFO;
        LOG.log(level, () -> "task " + task.id() + " on image " + task.imageId() + " ended early: " + reason);
    }
}
