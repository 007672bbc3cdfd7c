package io.github.predella.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.config.DataSize;
import io.github.predella.config.Seconds;
import io.github.predella.flow.ProgressMeter;
import io.github.predella.flow.Pump;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.MemoryCacheIndex;
import io.github.predella.testing.TestingClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cache and its books: memory, directory and index. */
class ImageCacheTest {

    private static final CacheNode HERE = new CacheNode("http://here");
    private static final byte[] DATA = Bytes.noise(1000);
    private static final CachedContent CONTENT = ContentOf.bytes(DATA);

    @TempDir
    private Path root;

    private final TestingClock clock = new TestingClock();
    private final Set<String> images = new HashSet<>();
    private final MemoryCacheIndex index = new MemoryCacheIndex(images::contains);
    private ImageCache cache;
    private CacheUpkeep upkeep;

    @BeforeEach
    void start() {
        var settings = new CacheSettings(
                root, new DataSize(3L * DATA.length), new Seconds(60), CacheSettings.DATABASE, null, "");
        cache = new ImageCache(settings, Runnable::run, clock);
        upkeep = new CacheUpkeep(cache, new CacheIndexService(index, HERE, clock), settings);
        upkeep.open();
    }

    private static String newImage() {
        return UUID.randomUUID().toString();
    }

    private String cached() throws IOException {
        String id = newImage();
        try (var stream = cache.filling(id, CONTENT, data())) {
            assertArrayEquals(DATA, stream.readAllBytes());
        }
        return id;
    }

    private static InputStream data() {
        return new ByteArrayInputStream(DATA);
    }

    private Optional<KeptFile> read(String id) {
        return cache.read(id, CONTENT);
    }

    private List<String> indexed() {
        return index.of(HERE).stream().map(CacheEntry::imageId).toList();
    }

    @Test
    void whatWasReadOnceIsReadFromHere() throws IOException {
        String id = cached();

        var file = read(id).orElseThrow();
        clock.advance(Duration.ofSeconds(5));
        read(id);

        assertArrayEquals(DATA, Files.readAllBytes(file.path()));
        assertEquals(List.of(), index.of(HERE));
        var entry = upkeep.entries().get(0);
        assertEquals(
                new CacheEntry(
                        1L,
                        id,
                        DATA.length,
                        CONTENT.checksum(),
                        2,
                        clock.instant(),
                        clock.instant().minusSeconds(5)),
                entry);
        assertEquals(List.of(HERE.text()), upkeep.nodesOf(id));
    }

    @Test
    void copiesAndTheirHitsOutliveTheProcess() throws IOException {
        String id = cached();
        read(id);
        upkeep.write();

        start();

        assertTrue(read(id).isPresent());
        assertEquals(2, upkeep.entries().get(0).hits());
    }

    @Test
    void aCopyThatWasTouchedIsNotUsedUntilItIsVerified() throws IOException {
        String id = cached();
        String shorter = cached();
        String vanished = cached();
        Path file = read(id).orElseThrow().path();
        clock.advance(Duration.ofSeconds(5));
        Files.write(file, new byte[DATA.length]);
        Files.write(root.resolve(shorter), new byte[3]);
        Files.delete(root.resolve(vanished));

        assertEquals(Optional.empty(), read(id));
        assertEquals(Optional.empty(), read(shorter));
        assertEquals(Optional.empty(), read(vanished));

        assertEquals(Set.of(id, shorter), Set.copyOf(cache.strangers()));
        assertFalse(cache.adopt(id, CONTENT));
        assertTrue(Files.exists(root.resolve("invalid").resolve(id)));
        Files.write(root.resolve(shorter), DATA);
        assertTrue(cache.adopt(shorter, CONTENT));
        assertTrue(read(shorter).isPresent());
        upkeep.write();
        assertEquals(List.of(shorter), indexed());
    }

    @Test
    void aCopyOfFormerDataGoes() throws IOException {
        String id = cached();

        assertEquals(Optional.empty(), cache.read(id, ContentOf.bytes(new byte[DATA.length])));

        assertFalse(Files.exists(root.resolve(id)));
        assertEquals(Optional.empty(), read(id));
    }

    @Test
    void aHashAloneTellsACopyFromSomethingElse() throws IOException {
        var hashOnly = new CachedContent(CONTENT.size(), null, CONTENT.algorithm(), CONTENT.hash());
        String id = newImage();
        try (var stream = cache.filling(id, hashOnly, data())) {
            stream.readAllBytes();
        }
        assertTrue(cache.read(id, hashOnly).isPresent());
        upkeep.write();

        start();

        // The index does not know the hash, so the copy cannot be told from something else.
        assertEquals(Optional.empty(), cache.read(id, hashOnly));
    }

    @Test
    void whatCannotBeVerifiedOrHasNoRoomIsReadAsBefore() {
        var data = data();

        for (var content : List.of(
                new CachedContent(null, CONTENT.checksum(), null, null),
                new CachedContent(CONTENT.size(), null, null, null),
                new CachedContent(CONTENT.size(), null, "crc", "00"),
                new CachedContent(0L, CONTENT.checksum(), null, null),
                new CachedContent(3L * DATA.length + 1, CONTENT.checksum(), null, null))) {
            assertSame(data, cache.filling(newImage(), content, data), content::toString);
        }
        assertSame(data, cache.filling("../../etc/passwd", CONTENT, data));
    }

    @Test
    void oneCopyGrowsAtATime() throws IOException {
        String id = newImage();
        var data = data();
        try (var first = cache.filling(id, CONTENT, data())) {
            assertSame(data, cache.filling(id, CONTENT, data));
            assertFalse(cache.take(id, CONTENT, data, Pump.metered(ProgressMeter.open())));
            first.read();
        }

        assertTrue(cache.take(id, CONTENT, data(), Pump.metered(ProgressMeter.open())));
        assertTrue(read(id).isPresent());
    }

    @Test
    void theLongestUnreadGoFirst() throws IOException {
        String first = cached();
        clock.advance(Duration.ofSeconds(1));
        String second = cached();
        clock.advance(Duration.ofSeconds(1));
        String third = cached();
        clock.advance(Duration.ofSeconds(1));
        read(first);

        String fourth = cached();

        assertFalse(cache.holds(second));
        assertEquals(
                List.of(true, true, true),
                Stream.of(first, third, fourth).map(cache::holds).toList());
        assertEquals(new ImageCache.Pruned(0, 0), upkeep.prune());
        assertEquals(Set.of(first, third, fourth), Set.copyOf(indexed()));
    }

    @Test
    void aSmallerCacheIsShrunk() throws IOException {
        cached();
        clock.advance(Duration.ofSeconds(1));
        cached();
        clock.advance(Duration.ofSeconds(1));
        String last = cached();
        upkeep.write();
        var settings = new CacheSettings(
                root, new DataSize(DATA.length + 1), new Seconds(60), CacheSettings.DATABASE, null, "");
        cache = new ImageCache(settings, Runnable::run, clock);
        upkeep = new CacheUpkeep(cache, new CacheIndexService(index, HERE, clock), settings);
        upkeep.open();

        assertEquals(new ImageCache.Pruned(2, 2L * DATA.length), upkeep.prune());

        assertEquals(List.of(last), indexed());
    }

    @Test
    void atTheStartDirectoryAndIndexAreBroughtIntoAgreement() throws IOException {
        String kept = cached();
        String lost = cached();
        upkeep.write();
        Files.delete(root.resolve(lost));
        String stranger = newImage();
        Files.write(root.resolve(stranger), DATA);
        Files.createFile(root.resolve("incomplete").resolve(newImage()));
        Files.createFile(root.resolve("queue").resolve(lost));

        start();

        assertEquals(List.of(kept), indexed());
        assertEquals(List.of(stranger), cache.strangers());
        try (var drafts = Files.list(root.resolve("incomplete"))) {
            assertEquals(0, drafts.count());
        }
        assertEquals(List.of(lost), upkeep.queued());
    }

    @Test
    void whatCouldNotGrowBesideADownloadIsFetchedLater() throws IOException {
        var settings = new CacheSettings(
                root, new DataSize(3L * DATA.length), new Seconds(60), CacheSettings.DATABASE, null, "");
        CacheExecutor busy = work -> {
            throw new java.util.concurrent.RejectedExecutionException("busy");
        };
        cache = new ImageCache(settings, busy, clock);
        upkeep = new CacheUpkeep(cache, new CacheIndexService(index, HERE, clock), settings);

        String id = cached();

        assertEquals(List.of(id), upkeep.queued());
        assertFalse(cache.holds(id));
    }

    @Test
    void imagesThatAreGoneGoHereAndFromEveryQueue() throws IOException {
        String id = cached();
        upkeep.write();
        index.enqueue(new CacheNode("http://there"), id, clock.instant());

        upkeep.imageGone(id);

        assertFalse(Files.exists(root.resolve(id)));
        assertEquals(List.of(), indexed());
        assertEquals(List.of(), index.queued(new CacheNode("http://there")));
    }

    @Test
    void removingTellsWhetherThereWasAnything() throws IOException {
        String id = cached();
        String queued = newImage();
        upkeep.enqueue(queued);
        upkeep.enqueue("no-image");
        upkeep.enqueue(id);

        assertEquals(List.of(queued), upkeep.queued());
        assertTrue(upkeep.remove(id));
        assertFalse(upkeep.remove(id));
        assertTrue(upkeep.remove(queued));
        cached();
        assertEquals(1, upkeep.clear());
        assertEquals(List.of(), indexed());
    }
}
