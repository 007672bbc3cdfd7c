package io.github.predella.testing;

import io.github.predella.cache.CacheEntry;
import io.github.predella.cache.CacheIndex;
import io.github.predella.cache.CacheNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The index of the caches in maps. */
public final class MemoryCacheIndex implements CacheIndex {

    private record Waiting(CacheNode node, String imageId) {}

    private final Map<String, SortedMap<String, CacheEntry>> entries = new TreeMap<>();
    private final List<Waiting> queue = new ArrayList<>();
    private final Predicate<String> wanted;
    private long rows;

    /** @param wanted whether an image is there whose data may be read */
    public MemoryCacheIndex(Predicate<String> wanted) {
        this.wanted = wanted;
    }

    private SortedMap<String, CacheEntry> at(CacheNode node) {
        return entries.computeIfAbsent(node.text(), name -> new TreeMap<>());
    }

    @Override
    public synchronized List<CacheEntry> of(CacheNode node) {
        return List.copyOf(at(node).values());
    }

    @Override
    public synchronized void put(CacheNode node, CacheEntry entry) {
        var known = at(node).get(entry.imageId());
        long row = known == null ? ++rows : known.row();
        at(node).put(
                        entry.imageId(),
                        new CacheEntry(
                                row,
                                entry.imageId(),
                                entry.size(),
                                entry.checksum(),
                                entry.hits(),
                                entry.lastAccessed(),
                                entry.lastModified()));
    }

    @Override
    public synchronized void remove(CacheNode node, String imageId) {
        at(node).remove(imageId);
    }

    @Override
    public synchronized List<String> nodesOf(String imageId) {
        return entries.entrySet().stream()
                .filter(node -> node.getValue().containsKey(imageId))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public synchronized List<String> orphans(CacheNode node) {
        return at(node).keySet().stream().filter(wanted.negate()).toList();
    }

    @Override
    public synchronized void forgetUnread(Instant since) {
        entries.values().forEach(copies -> copies.values()
                .removeIf(copy -> copy.lastAccessed().isBefore(since) && !wanted.test(copy.imageId())));
    }

    @Override
    public synchronized void enqueue(CacheNode node, String imageId, Instant when) {
        var waiting = new Waiting(node, imageId);
        if (!queue.contains(waiting)) {
            queue.add(waiting);
        }
    }

    @Override
    public synchronized List<String> queued(CacheNode node) {
        return queue.stream()
                .filter(waiting -> waiting.node().equals(node))
                .map(Waiting::imageId)
                .toList();
    }

    @Override
    public synchronized boolean dequeue(CacheNode node, String imageId) {
        return queue.remove(new Waiting(node, imageId));
    }

    @Override
    public synchronized void dequeueEverywhere(String imageId) {
        queue.removeIf(waiting -> waiting.imageId().equals(imageId));
    }
}
