package io.github.predella.tasks;

import io.github.predella.jobs.HeartbeatService;
import io.github.predella.jobs.Job;
import io.github.predella.jobs.JobRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Takes the tasks of dead processes over, so that they are cleaned up after and end as failures. Every node does this;
 * the ledger lets one of them win. What this node itself has and nobody here looks after is taken up as well.
 */
@ApplicationScoped
public class AbandonedTaskJob implements Job {

    private TaskRunService ledger;
    private TaskRunner runner;
    private HeartbeatService heartbeat;

    /** For the container's proxy only. */
    protected AbandonedTaskJob() {}

    @Inject
    public AbandonedTaskJob(TaskRunService ledger, TaskRunner runner, HeartbeatService heartbeat) {
        this.ledger = ledger;
        this.runner = runner;
        this.heartbeat = heartbeat;
    }

    @Override
    public String name() {
        return "abandoned-tasks";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run(JobRun run) {
        for (TaskRuns.Run task : ledger.claimed()) {
            boolean ours = ledger.isOwn(task) || (!heartbeat.isAlive(task.node()) && ledger.takeOver(task));
            if (ours) {
                runner.attend(task.taskId());
            }
        }
    }
}
