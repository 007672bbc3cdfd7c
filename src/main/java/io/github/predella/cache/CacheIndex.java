package io.github.predella.cache;

import java.time.Instant;
import java.util.List;

/**
 * The stored index of the copies on all nodes, and what each of them is still to fetch. Every method wants a running
 * transaction of the caller's. Times come back in whole seconds at least.
 */
public interface CacheIndex {

    /** The copies of a node, in the order of the images' ids. */
    List<CacheEntry> of(CacheNode node);

    /** Stores a copy, or what has changed about it. Its row number is the index's business. */
    void put(CacheNode node, CacheEntry entry);

    /** Forgets a copy, if it is there. */
    void remove(CacheNode node, String imageId);

    /** The names of all nodes that have a copy of an image, in their order. */
    List<String> nodesOf(String imageId);

    /** The images whose copies nobody can want on this node: they are neither active nor deactivated. */
    List<String> orphans(CacheNode node);

    /**
     * Forgets copies on whatever node that nobody has read, of images that nobody has had, since a moment: their node
     * would have removed them if it still ran.
     */
    void forgetUnread(Instant since);

    /** Lets a node fetch an image; one that it is to fetch already keeps its place. */
    void enqueue(CacheNode node, String imageId, Instant when);

    /** What a node is to fetch, in the order in which it was told. */
    List<String> queued(CacheNode node);

    /** A node fetches an image no more; false when it was not going to. */
    boolean dequeue(CacheNode node, String imageId);

    /** No node fetches an image any more. */
    void dequeueEverywhere(String imageId);
}
