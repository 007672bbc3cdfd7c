package io.github.predella.tasks;

import io.github.predella.core.SafeToRepeat;
import io.github.predella.jobs.NodeName;
import io.github.predella.tasks.TaskRuns.Run;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The ledger's part of running tasks: who has which, and how it goes on. Each method is one short transaction. */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class TaskRunService {

    /** A node that no process has: its tasks are for whoever looks next. */
    private static final String NOBODY = "-";

    private TaskRepository tasks;
    private TaskRuns runs;
    private TaskEnds ends;
    private TaskSettings settings;
    private NodeName node;
    private Clock clock;

    /** For the container's proxy only. */
    protected TaskRunService() {}

    @Inject
    public TaskRunService(
            TaskRepository tasks, TaskRuns runs, TaskEnds ends, TaskSettings settings, NodeName node, Clock clock) {
        this.tasks = tasks;
        this.runs = runs;
        this.ends = ends;
        this.settings = settings;
        this.node = node;
        this.clock = clock;
    }

    /** A task that this process has. */
    public record Owned(Run run, Task task) {}

    /** Takes a waiting task for this process, which is to begin with its work now; empty when somebody was faster. */
    public Optional<Task> claim(String id) {
        if (!runs.claim(id, node.text())) {
            return Optional.empty();
        }
        var begun = tasks.find(id)
                .filter(task -> task.status() == Task.Status.PENDING)
                .flatMap(this::begin);
        if (begun.isEmpty()) {
            runs.end(id, node.text());
        }
        return begun;
    }

    /** As {@link #claim}, for a task that no other process can do; empty for any other. */
    public Optional<Task> claimOwn(String id) {
        boolean own = runs.find(id)
                .filter(run -> ServedPlaces.ofProcess(node).equals(run.place()))
                .isPresent();
        return own ? claim(id) : Optional.empty();
    }

    private Optional<Task> begin(Task task) {
        var begun = task.begun(clock.instant());
        return tasks.update(task, begun) ? Optional.of(begun) : Optional.empty();
    }

    /**
     * What this process has of a task. Notes about tasks that are gone are dropped.
     *
     * @return empty when it has nothing
     */
    public Optional<Owned> owned(String id) {
        var run = runs.find(id).filter(found -> node.text().equals(found.node()));
        var task = run.flatMap(found -> tasks.find(id));
        if (run.isPresent() && task.isEmpty()) {
            runs.end(id, node.text());
        }
        return task.map(found -> new Owned(run.get(), found));
    }

    /** Whether this process still has the task, and whether the task may go on. */
    public Standing standing(String id) {
        return runs.find(id)
                .filter(run -> node.text().equals(run.node()))
                .map(run -> new Standing(true, Optional.ofNullable(run.reason())))
                .orElse(new Standing(false, Optional.empty()));
    }

    /**
     * How a task of this process stands.
     *
     * @param ours whether it still is this process's
     * @param reason why it is to end early; empty when it is not
     */
    public record Standing(boolean ours, Optional<String> reason) {}

    /** Stores what users are told about a running task. Nothing happens when it is over. */
    public void say(String id, String message) {
        tasks.say(id, Task.Status.PROCESSING, TaskText.storable(message), clock.instant());
    }

    /**
     * Ends a task of this process, and the note about it.
     *
     * @return false when it is no longer this process's: nothing is changed
     */
    public boolean end(String id, TaskOutcome outcome) {
        boolean ours = runs.end(id, node.text());
        if (ours) {
            ends.end(id, outcome);
        }
        return ours;
    }

    /** Leaves a task of this process that is to end to whoever looks next; it is cleaned up after before it ends. */
    public void leave(String id, String reason) {
        runs.askToEnd(id, reason);
        runs.takeOver(id, node.text(), NOBODY);
    }

    /** The tasks that wait for a process like this one, some at a time. */
    public List<Run> waiting(Collection<String> places, int limit) {
        return runs.waiting(places, limit);
    }

    /** Lets the others know that the tasks which wait for these places do not wait in vain. */
    public void noteServed(Collection<String> places, Duration often) {
        var now = clock.instant();
        runs.noteServed(places, now, now.minus(often));
    }

    /** Tasks that wait for other places, and that nobody who serves them has looked at for that long. */
    public List<Run> unserved(Collection<String> places, Duration time) {
        return runs.unserved(places, clock.instant().minus(time));
    }

    /**
     * Gives a task up that nobody could take for too long: it is then this process's, which is to end it.
     *
     * @return false when there is still time; users are then told what it waits for
     */
    public boolean giveUp(Run run) {
        var unservedSince = clock.instant().minus(settings.patience().toDuration());
        if (runs.giveUp(run.taskId(), node.text(), TaskFaults.NO_NODE, unservedSince)) {
            return true;
        }
        tasks.find(run.taskId())
                .filter(task -> !task.message().equals(TaskFaults.WAITS_FOR_NODE))
                .ifPresent(
                        task -> tasks.say(task.id(), Task.Status.PENDING, TaskFaults.WAITS_FOR_NODE, clock.instant()));
        return false;
    }

    /** Gives a task up whose place was a process that is dead: it is then this process's, which is to end it. */
    public boolean giveUpOrphan(Run run) {
        return runs.withdraw(run.taskId(), node.text(), TaskFaults.PLACE_GONE);
    }

    /** All tasks that some process has. */
    public List<Run> claimed() {
        return runs.claimed();
    }

    /** Whether a task is this process's. */
    public boolean isOwn(Run run) {
        return node.text().equals(run.node());
    }

    /** Takes the task of a dead process over. From then on the other one can no longer end it well. */
    public boolean takeOver(Run run) {
        return runs.takeOver(run.taskId(), run.node(), node.text());
    }

    /** Leaves a task of this process to whoever looks next. */
    public void giveBack(Run run) {
        runs.takeOver(run.taskId(), node.text(), NOBODY);
    }

    /** Forgets tasks that have expired, some at a time, and tells how many. */
    public int forgetExpired(int limit) {
        return tasks.forgetExpired(clock.instant(), limit);
    }

    /** Removes tasks for good that were forgotten before a moment, some at a time, and tells how many. */
    public int removeForgotten(Instant before, int limit) {
        return tasks.removeForgotten(before, limit);
    }
}
