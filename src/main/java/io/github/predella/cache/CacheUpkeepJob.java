package io.github.predella.cache;

import io.github.predella.jobs.Job;
import io.github.predella.jobs.JobRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Shrinks the cache to its size and writes down what has changed in it, so that no reader has to wait for that. */
@ApplicationScoped
public class CacheUpkeepJob implements Job {

    private ImageCache cache;
    private CacheUpkeep upkeep;

    /** For the container's proxy only. */
    protected CacheUpkeepJob() {}

    @Inject
    public CacheUpkeepJob(ImageCache cache, CacheUpkeep upkeep) {
        this.cache = cache;
        this.upkeep = upkeep;
    }

    @Override
    public String name() {
        return "cache-upkeep";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run(JobRun run) {
        if (cache.isOn()) {
            upkeep.prune();
        }
    }
}
