package io.github.predella.tasks;

import io.github.predella.jobs.HeartbeatService;
import io.github.predella.jobs.Job;
import io.github.predella.jobs.JobRun;
import io.github.predella.observe.TaskFigures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Finds tasks that wait: those of other nodes' callers, those for which no thread was free, those of processes that
 * died before they began. Also lets the others know that this node serves its places, and ends what waits in vain.
 */
@ApplicationScoped
public class PendingTaskJob implements Job {

    private static final int SOME = 100;
    private static final Duration NOTED_EVERY = Duration.ofSeconds(5);

    /** Long enough that a node which serves the place has noted so twice. */
    private static final Duration UNSERVED_AFTER = Duration.ofSeconds(15);

    private TaskRunService ledger;
    private TaskRunner runner;
    private TaskContributions contributions;
    private HeartbeatService heartbeat;

    /** For the container's proxy only. */
    protected PendingTaskJob() {}

    @Inject
    public PendingTaskJob(
            TaskRunService ledger, TaskRunner runner, TaskContributions contributions, HeartbeatService heartbeat) {
        this.ledger = ledger;
        this.runner = runner;
        this.contributions = contributions;
        this.heartbeat = heartbeat;
    }

    @Override
    public String name() {
        return "pending-tasks";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    @Override
    public void run(JobRun run) {
        var places = contributions.places();
        var waiting = ledger.waiting(places, SOME);
        TaskFigures.pending(waiting.size());
        for (TaskRuns.Run task : waiting) {
            if (!runner.attend(task.taskId())) {
                break;
            }
        }
        if (waiting.stream().anyMatch(task -> task.place() != null)) {
            ledger.noteServed(places, NOTED_EVERY);
        }
        for (TaskRuns.Run task : ledger.unserved(places, UNSERVED_AFTER)) {
            if (isOrphan(task) ? ledger.giveUpOrphan(task) : ledger.giveUp(task)) {
                runner.attend(task.taskId());
            }
        }
    }

    /** Whether nobody will ever be able to do it. */
    private boolean isOrphan(TaskRuns.Run task) {
        return ServedPlaces.process(task.place())
                .filter(process -> !heartbeat.isAlive(process.text()))
                .isPresent();
    }
}
