package io.github.predella.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Images;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What all {@link CacheIndex}es promise. */
public interface CacheIndexContract {

    CacheNode HERE = new CacheNode("http://here:9292");
    CacheNode THERE = new CacheNode("http://there:9292");

    /** The index, empty when a test begins. */
    CacheIndex index();

    /** Makes an image known that did not exist. */
    void image(String id, String status, boolean deleted);

    /** Runs work in one transaction. */
    <T> T in(Supplier<T> work);

    private void change(Runnable work) {
        in(() -> {
            work.run();
            return null;
        });
    }

    private static CacheEntry entry(String imageId, long hits, Instant read) {
        return new CacheEntry(null, imageId, 5_000_000_000L, "c".repeat(32), hits, read, Images.NOON);
    }

    private static CacheEntry withoutRow(CacheEntry entry) {
        return new CacheEntry(
                null,
                entry.imageId(),
                entry.size(),
                entry.checksum(),
                entry.hits(),
                entry.lastAccessed(),
                entry.lastModified());
    }

    private List<CacheEntry> entries(CacheNode node) {
        return in(() -> index().of(node));
    }

    @Test
    default void whatIsPutIsReadBackAndMayChange() {
        change(() -> index().put(HERE, entry("i2", 0, Images.NOON)));
        change(() -> index().put(HERE, new CacheEntry(null, "i1", 1, null, 1, Images.NOON, Images.NOON)));
        var first = entries(HERE);

        change(() -> index().put(HERE, entry("i2", 7, Images.NOON.plusSeconds(60))));

        var second = entries(HERE);
        assertEquals(
                List.of("i1", "i2"), first.stream().map(CacheEntry::imageId).toList());
        assertEquals(entry("i2", 7, Images.NOON.plusSeconds(60)), withoutRow(second.get(1)));
        assertNotNull(second.get(0).row());
        assertEquals(first.get(1).row(), second.get(1).row());
        assertEquals(first.get(0), second.get(0));
    }

    @Test
    default void everyNodeHasItsOwnCopies() {
        change(() -> {
            index().put(HERE, entry("i1", 1, Images.NOON));
            index().put(THERE, entry("i1", 2, Images.NOON));
            index().put(THERE, entry("i2", 3, Images.NOON));
        });

        assertEquals(1, entries(HERE).size());
        assertEquals(List.of(HERE.text(), THERE.text()), in(() -> index().nodesOf("i1")));
        assertEquals(List.of(), in(() -> index().nodesOf("i3")));
        change(() -> {
            index().remove(THERE, "i1");
            index().remove(THERE, "unknown");
        });
        assertEquals(List.of(HERE.text()), in(() -> index().nodesOf("i1")));
        assertEquals(List.of(), entries(new CacheNode("http://nobody")));
    }

    @Test
    default void copiesOfImagesThatAreGoneAreOrphans() {
        String active = UUID.randomUUID().toString();
        String deactivated = UUID.randomUUID().toString();
        String waiting = UUID.randomUUID().toString();
        String deleted = UUID.randomUUID().toString();
        String unknown = UUID.randomUUID().toString();
        image(active, "active", false);
        image(deactivated, "deactivated", false);
        image(waiting, "queued", false);
        image(deleted, "deleted", true);

        change(() -> List.of(active, deactivated, waiting, deleted, unknown)
                .forEach(id -> index().put(HERE, entry(id, 0, Images.NOON))));

        var orphans = in(() -> index().orphans(HERE));
        assertEquals(
                List.of(waiting, deleted, unknown).stream().sorted().toList(),
                orphans.stream().sorted().toList());
        assertEquals(List.of(), in(() -> index().orphans(THERE)));
    }

    @Test
    default void copiesThatNobodyReadsOfImagesThatAreGoneAreForgottenOnEveryNode() {
        String there = UUID.randomUUID().toString();
        String gone = UUID.randomUUID().toString();
        String lately = UUID.randomUUID().toString();
        image(there, "active", false);
        change(() -> {
            index().put(THERE, entry(there, 0, Images.NOON));
            index().put(THERE, entry(gone, 0, Images.NOON));
            index().put(THERE, entry(lately, 0, Images.NOON.plusSeconds(2)));
        });

        change(() -> index().forgetUnread(Images.NOON.plusSeconds(1)));

        assertEquals(List.of(THERE.text()), in(() -> index().nodesOf(there)));
        assertEquals(List.of(), in(() -> index().nodesOf(gone)));
        assertEquals(List.of(THERE.text()), in(() -> index().nodesOf(lately)));
    }

    @Test
    default void queuesKeepTheirOrder() {
        change(() -> {
            index().enqueue(HERE, "i3", Images.NOON);
            index().enqueue(HERE, "i1", Images.NOON);
            index().enqueue(THERE, "i1", Images.NOON);
            index().enqueue(HERE, "i2", Images.NOON);
            index().enqueue(HERE, "i3", Images.NOON.plusSeconds(60));
        });

        assertEquals(List.of("i3", "i1", "i2"), in(() -> index().queued(HERE)));
        assertTrue(in(() -> index().dequeue(HERE, "i1")));
        assertFalse(in(() -> index().dequeue(HERE, "i1")));
        assertEquals(List.of("i3", "i2"), in(() -> index().queued(HERE)));
        assertEquals(List.of("i1"), in(() -> index().queued(THERE)));
    }

    @Test
    default void anImageThatIsGoneIsFetchedNowhere() {
        change(() -> {
            index().enqueue(HERE, "i1", Images.NOON);
            index().enqueue(THERE, "i1", Images.NOON);
            index().enqueue(THERE, "i2", Images.NOON);
        });

        change(() -> index().dequeueEverywhere("i1"));

        assertEquals(List.of(), in(() -> index().queued(HERE)));
        assertEquals(List.of("i2"), in(() -> index().queued(THERE)));
    }
}
