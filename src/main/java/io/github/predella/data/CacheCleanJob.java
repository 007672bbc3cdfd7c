package io.github.predella.data;

import io.github.predella.cache.CacheIndexService;
import io.github.predella.cache.CacheUpkeep;
import io.github.predella.cache.ImageCache;
import io.github.predella.images.ReadingService;
import io.github.predella.jobs.Job;
import io.github.predella.jobs.JobRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Removes from this node's cache what nobody can want: copies of images that are gone, what is invalid, what dead
 * writers have left. A copy that the index does not know, after a crash or from another node on the same directory, is
 * verified first and may stay.
 */
@ApplicationScoped
public class CacheCleanJob implements Job {

    private static final Logger LOG = Logger.getLogger(CacheCleanJob.class.getName());

    private ImageCache cache;
    private CacheUpkeep upkeep;
    private CacheIndexService index;
    private ReadingService images;
    private DataSettings settings;

    /** For the container's proxy only. */
    protected CacheCleanJob() {}

    @Inject
    public CacheCleanJob(
            ImageCache cache,
            CacheUpkeep upkeep,
            CacheIndexService index,
            ReadingService images,
            DataSettings settings) {
        this.cache = cache;
        this.upkeep = upkeep;
        this.index = index;
        this.images = images;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "cache-clean";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(settings.cleanUpEvery().value());
    }

    @Override
    public void run(JobRun run) {
        if (!cache.isOn()) {
            return;
        }
        upkeep.clean();
        index.orphans().forEach(cache::remove);
        index.forgetLostNodes();
        try {
            for (String stranger : cache.strangers()) {
                meet(stranger);
            }
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, "the cache's directory cannot be read", unreadable);
        }
        upkeep.prune();
    }

    private void meet(String imageId) {
        var image = images.readable(imageId);
        if (image.isEmpty()) {
            cache.remove(imageId);
            return;
        }
        try {
            boolean right = cache.adopt(imageId, CachedCopies.content(image.get()));
            LOG.info(() -> "the cache has met a copy of image " + imageId + ", which is "
                    + (right ? "right and stays" : "not right and goes"));
        } catch (IOException vanished) {
            LOG.log(Level.FINE, vanished, () -> "a copy of image " + imageId + " has vanished");
        }
    }
}
