package io.github.predella.tasks;

import io.github.predella.config.PurgeSettings;
import io.github.predella.jobs.Job;
import io.github.predella.jobs.JobRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Removes tasks from the database that were forgotten long ago, if the operator wants that at all. */
@ApplicationScoped
public class PurgeJob implements Job {

    static final int SOME = 500;

    private TaskRunService ledger;
    private PurgeSettings settings;
    private Clock clock;

    /** For the container's proxy only. */
    protected PurgeJob() {}

    @Inject
    public PurgeJob(TaskRunService ledger, PurgeSettings settings, Clock clock) {
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "purge-tasks";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public Scope scope() {
        return Scope.CLUSTER;
    }

    @Override
    public void run(JobRun run) {
        settings.before(clock.instant()).ifPresent(before -> {
            int removed = SOME;
            while (removed == SOME && run.stillOurs()) {
                removed = ledger.removeForgotten(before, SOME);
            }
        });
    }
}
