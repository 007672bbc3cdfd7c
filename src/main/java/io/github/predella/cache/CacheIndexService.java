package io.github.predella.cache;

import io.github.predella.core.SafeToRepeat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** This node's part of the index, one short transaction at a time. */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class CacheIndexService {

    private static final Duration LOST_AFTER = Duration.ofDays(30);

    private CacheIndex index;
    private CacheNode self;
    private Clock clock;

    /** For the container's proxy only. */
    protected CacheIndexService() {}

    @Inject
    public CacheIndexService(CacheIndex index, CacheNode self, Clock clock) {
        this.index = index;
        this.self = self;
        this.clock = clock;
    }

    /** The copies that the index knows here. */
    public List<CacheEntry> entries() {
        return index.of(self);
    }

    /** Brings the index up to date: stores what has changed and forgets what is gone. */
    public void update(Collection<CacheEntry> changed, Collection<String> gone) {
        gone.forEach(imageId -> index.remove(self, imageId));
        changed.forEach(entry -> index.put(self, entry));
    }

    /** The images whose copies nobody can want here any more. */
    public List<String> orphans() {
        return index.orphans(self);
    }

    /** Forgets the copies of nodes that never came back, once their images have been gone for thirty days. */
    public void forgetLostNodes() {
        index.forgetUnread(clock.instant().minus(LOST_AFTER));
    }

    /** The names of all nodes that have a copy of an image. */
    public List<String> nodesOf(String imageId) {
        return index.nodesOf(imageId);
    }

    /** Lets this node fetch an image when it has time. */
    public void enqueue(String imageId) {
        index.enqueue(self, imageId, clock.instant());
    }

    /** What this node is to fetch, oldest first. */
    public List<String> queued() {
        return index.queued(self);
    }

    /** Fetches an image no more; false when that was not going to happen. */
    public boolean dequeue(String imageId) {
        return index.dequeue(self, imageId);
    }

    /** Fetches nothing any more; returns how many images were waiting. */
    public int clearQueue() {
        var queued = index.queued(self);
        queued.forEach(imageId -> index.dequeue(self, imageId));
        return queued.size();
    }

    /** No node fetches an image any more. */
    public void dequeueEverywhere(String imageId) {
        index.dequeueEverywhere(imageId);
    }
}
