package io.github.predella.identity.embedded;

import io.github.predella.jobs.Job;
import io.github.predella.jobs.JobRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Keeps the tables of the built-in identity free of what has ended. */
@ApplicationScoped
public class RetentionJob implements Job {

    private RetentionService ended;

    /** For the container's proxy only. */
    protected RetentionJob() {}

    @Inject
    public RetentionJob(RetentionService ended) {
        this.ended = ended;
    }

    @Override
    public String name() {
        return "purge-identity";
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
        ended.forgetEnded();
    }
}
