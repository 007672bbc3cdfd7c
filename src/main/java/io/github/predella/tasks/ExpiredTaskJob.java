package io.github.predella.tasks;

import io.github.predella.jobs.Job;
import io.github.predella.jobs.JobRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Forgets tasks whose time is over, some at a time, so that no transaction is long. */
@ApplicationScoped
public class ExpiredTaskJob implements Job {

    static final int SOME = 500;

    private TaskRunService ledger;

    /** For the container's proxy only. */
    protected ExpiredTaskJob() {}

    @Inject
    public ExpiredTaskJob(TaskRunService ledger) {
        this.ledger = ledger;
    }

    @Override
    public String name() {
        return "expired-tasks";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public Scope scope() {
        return Scope.CLUSTER;
    }

    @Override
    public void run(JobRun run) {
        int forgotten = SOME;
        while (forgotten == SOME && run.stillOurs()) {
            forgotten = ledger.forgetExpired(SOME);
        }
    }
}
