package io.github.predella.data;

import io.github.predella.jobs.Job;
import io.github.predella.jobs.JobRun;
import io.github.predella.store.LeftoverSweeping;
import io.github.predella.store.StoreRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Logger;

/** Removes what uploads of dead processes have left in the stores, in so far as it never became an object. */
@ApplicationScoped
public class LeftoverJob implements Job {

    private static final Logger LOG = Logger.getLogger(LeftoverJob.class.getName());

    private StoreRegistry stores;
    private DataSettings settings;
    private Clock clock;

    /** For the container's proxy only. */
    protected LeftoverJob() {}

    @Inject
    public LeftoverJob(StoreRegistry stores, DataSettings settings, Clock clock) {
        this.stores = stores;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "leftovers";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(settings.cleanUpEvery().value());
    }

    @Override
    public void run(JobRun run) {
        var before = clock.instant().minus(every());
        stores.all().forEach(store -> {
            if (store.store() instanceof LeftoverSweeping sweeping) {
                sweeping.sweep(before)
                        .forEach(leftover ->
                                LOG.info(() -> "store " + store.id() + ": removed the leftover " + leftover));
            }
        });
    }
}
