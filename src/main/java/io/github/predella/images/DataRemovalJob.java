package io.github.predella.images;

import io.github.predella.jobs.Job;
import io.github.predella.jobs.JobRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Tries again to remove the data of deleted images and copies that a store did not let go of, or that a crash left. */
@ApplicationScoped
public class DataRemovalJob implements Job {

    private DataRemoval removal;

    /** For the container's proxy only. */
    protected DataRemovalJob() {}

    @Inject
    public DataRemovalJob(DataRemoval removal) {
        this.removal = removal;
    }

    @Override
    public String name() {
        return "data-removal";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(JobRun run) {
        removal.removeAll();
    }
}
