package io.github.predella.tasks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A task at work. What it says and asks goes to the ledger once a second at most. Safe for any thread. */
final class RunningTask implements TaskRun {

    private static final Logger LOG = Logger.getLogger(RunningTask.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final TaskRunService ledger;
    private final Task task;
    private final Clock clock;

    private Thread worker = Thread.currentThread();
    private String message;

    /** When a message went to the ledger last, null before the first. */
    private Instant said;

    private Instant asked;
    private TaskRunService.Standing standing;
    private boolean stopped;

    /** To be made by the thread that does the work. */
    RunningTask(TaskRunService ledger, Task task, Clock clock) {
        this.ledger = ledger;
        this.task = task;
        this.clock = clock;
        this.message = task.message();
        this.asked = clock.instant();
        this.standing = new TaskRunService.Standing(true, Optional.empty());
    }

    @Override
    public Task task() {
        return task;
    }

    @Override
    public synchronized void say(String text) {
        message = TaskText.storable(text);
        var now = clock.instant();
        if (said != null && isSoonAfter(said, now)) {
            return;
        }
        said = now;
        try {
            ledger.say(task.id(), message);
        } catch (RuntimeException failure) {
            LOG.log(Level.FINE, failure, () -> "the message of task " + task.id() + " is not stored this time");
        }
    }

    @Override
    public synchronized void checkpoint() {
        if (stopped) {
            throw TaskFaults.stopped();
        }
        var now = clock.instant();
        if (!isSoonAfter(asked, now)) {
            asked = now;
            standing = ledger.standing(task.id());
        }
        if (!standing.ours()) {
            throw TaskFaults.takenAway();
        }
        standing.reason().ifPresent(reason -> {
            throw TaskFaults.endedEarly(reason);
        });
    }

    private static boolean isSoonAfter(Instant before, Instant now) {
        return !now.isBefore(before) && now.isBefore(before.plus(PAUSE));
    }

    /** What users were told last, stored or not. */
    synchronized String lastMessage() {
        return message;
    }

    /** Why a failure of the work is no failure of its own; null when it is one. */
    synchronized String reasonFromOutside() {
        return stopped ? TaskFaults.STOPPED : standing.reason().orElse(null);
    }

    /** Interrupts the work, because the service is being stopped. */
    synchronized void stop() {
        stopped = true;
        if (worker != null) {
            worker.interrupt();
        }
    }

    /** To be called by the working thread when the work is over: from now on it is not interrupted any more. */
    synchronized void leave() {
        worker = null;
        // What the ledger is told next must get through.
        Thread.interrupted();
    }
}
