package io.github.predella.cache;

import io.github.predella.observe.Audited;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.logging.Logger;

/** Keeps cache and index together. Opens no transaction of its own. */
@ApplicationScoped
public class CacheUpkeep {

    private static final Logger LOG = Logger.getLogger(CacheUpkeep.class.getName());

    private ImageCache cache;
    private CacheIndexService index;
    private CacheSettings settings;

    /** For the container's proxy only. */
    protected CacheUpkeep() {}

    @Inject
    public CacheUpkeep(ImageCache cache, CacheIndexService index, CacheSettings settings) {
        this.cache = cache;
        this.index = index;
        this.settings = settings;
    }

    /**
     * Brings the cache's directory and the index into agreement, once, at the start. Nothing happens without a cache.
     *
     * @throws IllegalArgumentException with a sentence for the operator when the directory cannot be used
     */
    public void open() {
        if (!cache.isOn()) {
            return;
        }
        if (!settings.driver().equals(CacheSettings.DATABASE)) {
            LOG.warning("[DEFAULT] image_cache_driver counts as " + CacheSettings.DATABASE
                    + ": the cache's index is in the database");
        }
        try {
            cache.open(index.entries());
            cache.clean();
            cache.takeQueued().forEach(index::enqueue);
            write();
        } catch (IOException unusable) {
            throw new IllegalArgumentException(
                    "the cache directory " + settings.directory() + " cannot be used: " + unusable, unusable);
        }
        LOG.info(() -> "the image cache is open: " + index.entries().size() + " images in " + settings.directory());
    }

    /** Writes down what has changed since the last time. */
    public synchronized void write() {
        var news = cache.takeNews();
        if (news.isEmpty()) {
            return;
        }
        boolean written = false;
        try {
            index.update(news.changed(), news.gone());
            news.missed().forEach(index::enqueue);
            written = true;
        } finally {
            if (!written) {
                cache.giveBack(news);
            }
        }
    }

    /** What is in the cache, by the images' ids. */
    public List<CacheEntry> entries() {
        write();
        return index.entries();
    }

    /** What is to be fetched, oldest first. */
    public List<String> queued() {
        write();
        return index.queued();
    }

    /** Lets an image be fetched when there is time; what is no name of an image is left out. */
    @Audited
    public void enqueue(String imageId) {
        if (CacheDirectory.isName(imageId) && !cache.holds(imageId)) {
            index.enqueue(imageId);
        }
    }

    /** Fetches an image no more; false when that was not going to happen. */
    public boolean dequeue(String imageId) {
        return index.dequeue(imageId);
    }

    /** Fetches nothing any more; returns how many images were waiting. */
    @Audited
    public int clearQueue() {
        return index.clearQueue();
    }

    /** Removes the copy of an image; false when there was none. */
    public boolean evict(String imageId) {
        boolean held = cache.holds(imageId);
        cache.remove(imageId);
        write();
        return held;
    }

    /** Removes the copy of an image, and fetches it no more; false when neither was to be done. */
    @Audited
    public boolean remove(String imageId) {
        boolean queued = dequeue(imageId);
        return evict(imageId) || queued;
    }

    /** An image is gone: its copy here goes, and no node fetches it any more. */
    public void imageGone(String imageId) {
        if (cache.isOn()) {
            index.dequeueEverywhere(imageId);
            evict(imageId);
        }
    }

    /** The names of all nodes that have a copy of an image, in their order. */
    public List<String> nodesOf(String imageId) {
        write();
        return index.nodesOf(imageId);
    }

    /** Removes all copies; returns how many there were. */
    @Audited
    public int clear() {
        int removed = cache.clear();
        write();
        return removed;
    }

    /** Removes what is invalid and what dead or stalled writers have left. */
    public void clean() {
        try {
            cache.clean();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        write();
    }

    /** Shrinks the cache to its size. */
    public ImageCache.Pruned prune() {
        var pruned = cache.prune();
        write();
        return pruned;
    }
}
