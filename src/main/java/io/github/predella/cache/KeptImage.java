package io.github.predella.cache;

import io.github.predella.flow.DigestValues;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/** A copy in memory, with what has happened to it. Safe for use by many threads; noting a read takes no lock. */
final class KeptImage {

    private final KeptFile file;
    private final String checksum;
    private final String hash;
    private final LongAdder hits = new LongAdder();
    private final AtomicBoolean changed;
    private volatile Instant lastAccessed;

    private KeptImage(KeptFile file, String checksum, String hash, Instant lastAccessed, boolean changed) {
        this.file = file;
        this.checksum = checksum;
        this.hash = hash;
        this.lastAccessed = lastAccessed;
        this.changed = new AtomicBoolean(changed);
    }

    /** A copy that was verified just now. */
    static KeptImage fresh(KeptFile file, DigestValues sums, CachedContent content, Instant now) {
        return new KeptImage(file, sums.checksum(), content.hash(), now, true);
    }

    /** A copy of a former life of this node. Its hash is not in the index. */
    static KeptImage known(KeptFile file, CacheEntry entry) {
        var kept = new KeptImage(file, entry.checksum(), null, entry.lastAccessed(), false);
        kept.hits.add(entry.hits());
        return kept;
    }

    KeptFile file() {
        return file;
    }

    Instant lastAccessed() {
        return lastAccessed;
    }

    /** Whether this is a copy of that; one that cannot be told from something else is not. */
    boolean isOf(CachedContent content) {
        boolean same = content.checksum() == null
                ? content.hash() != null && content.hash().equals(hash)
                : content.checksum().equals(checksum);
        return same && Objects.equals(content.size(), file.size());
    }

    void wasRead(Instant now) {
        hits.increment();
        lastAccessed = now;
        change();
    }

    void change() {
        if (!changed.get()) {
            changed.set(true);
        }
    }

    /** Whether anything has changed since the last call. */
    boolean takeChange() {
        return changed.getAndSet(false);
    }

    CacheEntry entry(String imageId) {
        return new CacheEntry(null, imageId, file.size(), checksum, hits.sum(), lastAccessed, file.modified());
    }
}
