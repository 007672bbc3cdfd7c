package io.github.predella.data;

import io.github.predella.cache.CacheIndexService;
import io.github.predella.cache.ImageCache;
import io.github.predella.core.Fault;
import io.github.predella.flow.ProgressMeter;
import io.github.predella.flow.Pump;
import io.github.predella.images.Image;
import io.github.predella.images.ReadingService;
import io.github.predella.jobs.Job;
import io.github.predella.jobs.JobRun;
import io.github.predella.store.StoreFault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Fetches what this node's cache is to have, one image after another, those first that were queued first. What cannot be
 * read now stays in the queue and is tried again later, without keeping others waiting.
 */
@ApplicationScoped
public class PrefetchJob implements Job {

    private static final Logger LOG = Logger.getLogger(PrefetchJob.class.getName());
    private static final Duration REST = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofSeconds(2);

    // One run at a time, see Job; rests no longer than what is in the queue.
    private final Map<String, Instant> resting = new HashMap<>();
    private ImageCache cache;
    private CacheIndexService queue;
    private ReadingService images;
    private CopyReading copies;
    private Clock clock;

    /** For the container's proxy only. */
    protected PrefetchJob() {}

    @Inject
    public PrefetchJob(
            ImageCache cache, CacheIndexService queue, ReadingService images, CopyReading copies, Clock clock) {
        this.cache = cache;
        this.queue = queue;
        this.images = images;
        this.copies = copies;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "cache-prefetch";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run(JobRun run) {
        if (!cache.isOn()) {
            return;
        }
        List<String> queued = queue.queued();
        resting.keySet().retainAll(queued);
        for (String imageId : queued) {
            var until = resting.getOrDefault(imageId, Instant.MIN);
            if (!clock.instant().isBefore(until) && !Thread.currentThread().isInterrupted()) {
                fetch(imageId);
            }
        }
    }

    private void fetch(String imageId) {
        var image = images.readable(imageId);
        if (image.isEmpty() || cache.holds(imageId)) {
            queue.dequeue(imageId);
            return;
        }
        if (cache.isBusyWith(imageId)) {
            return;
        }
        try {
            fetch(image.get());
            queue.dequeue(imageId);
        } catch (NotWanted calledOff) {
            LOG.fine(() -> "image " + imageId + " is not to be cached any more");
        } catch (IOException | StoreFault | Fault unreadable) {
            LOG.log(Level.WARNING, unreadable, () -> "image " + imageId + " cannot be cached now");
            resting.put(imageId, clock.instant().plus(REST));
        }
    }

    private void fetch(Image image) throws IOException {
        var pump = Pump.metered(ProgressMeter.open()).asking(() -> requireQueued(image.id()), LOOK, clock);
        try (var data = copies.open(image)) {
            if (!cache.take(image.id(), CachedCopies.content(image), data, pump)) {
                LOG.warning(
                        () -> "image " + image.id() + " is not cached: it is too large, its data cannot be verified,"
                                + " or a download brings it already");
            }
        }
    }

    /** Nobody can want an image any more that was deleted, nor one that was taken out of the queue. */
    private void requireQueued(String imageId) throws IOException {
        if (!queue.queued().contains(imageId)) {
            throw new NotWanted();
        }
    }

    private static final class NotWanted extends IOException {

        private static final long serialVersionUID = 1L;
    }
}
