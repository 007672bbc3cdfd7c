package io.github.predella.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.cache.CacheIndexService;
import io.github.predella.cache.CacheNode;
import io.github.predella.cache.CacheUpkeep;
import io.github.predella.cache.ContentOf;
import io.github.predella.cache.ImageCache;
import io.github.predella.config.Seconds;
import io.github.predella.images.Image;
import io.github.predella.images.ImageContent;
import io.github.predella.images.LedgerFixture;
import io.github.predella.images.ReadableCopies;
import io.github.predella.jobs.JobRun;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.Callers;
import io.github.predella.testing.Images;
import io.github.predella.testing.MemoryCacheIndex;
import io.github.predella.testing.StubbornStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node's cache and the jobs that look after it: what is queued is fetched, what nobody wants goes. */
class PrefetchJobTest {

    private static final byte[] DATA = Bytes.noise(1000);

    @TempDir
    private Path root;

    private final LedgerFixture ledger = new LedgerFixture();
    private final StubbornStores stores = new StubbornStores("first");
    private final DataSettings settings =
            new DataSettings(1, "sha512", true, List.of(), 9, new Seconds(300), new Seconds(1));
    private final MemoryCacheIndex rows =
            new MemoryCacheIndex(id -> ledger.reading.readable(id).isPresent());
    private ImageCache cache;
    private CacheIndexService index;
    private CacheUpkeep upkeep;
    private PrefetchJob prefetch;
    private CacheCleanJob clean;
    private DownloadService downloads;

    @BeforeEach
    void start() {
        var cached = CacheFixture.settings(root);
        var copies = new ReadableCopies(stores.registry());
        cache = new ImageCache(cached, Runnable::run, ledger.clock);
        index = new CacheIndexService(rows, new CacheNode("http://here"), ledger.clock);
        upkeep = new CacheUpkeep(cache, index, cached);
        prefetch =
                new PrefetchJob(cache, index, ledger.reading, new CopyReading(copies, stores.registry()), ledger.clock);
        clean = new CacheCleanJob(cache, upkeep, index, ledger.reading, settings);
        downloads = new DownloadService(
                ledger.reading,
                copies,
                stores.registry(),
                new DownloadPlaces(settings, ledger.clock),
                new CachedCopies(cache),
                ledger.notices);
        upkeep.open();
    }

    private static Images described() {
        var sums = ContentOf.bytes(DATA);
        return Images.active()
                .content(new ImageContent(sums.size(), null, sums.checksum(), sums.algorithm(), sums.hash()));
    }

    private Image stored(byte[] data) {
        var image = described();
        String id = image.done().id();
        return ledger.store(image.storedIn("first", stores.put("first", id, data)));
    }

    private byte[] downloaded(Image image, String range) throws IOException {
        try (var download = downloads
                        .open(Callers.member("p1"), image.id(), DownloadRequest.of(range, null))
                        .orElseThrow();
                var stream = download.source().open()) {
            return stream.readNBytes((int) download.length());
        }
    }

    @Test
    void queuedImagesAreFetchedAndReadFromThere() throws IOException {
        var image = stored(DATA);
        upkeep.enqueue(image.id());

        prefetch.run(JobRun.ofNode());

        assertTrue(cache.holds(image.id()));
        assertEquals(List.of(), index.queued());
        stores.get("first").close();
        assertArrayEquals(DATA, downloaded(image, null));
        assertArrayEquals(java.util.Arrays.copyOfRange(DATA, 10, 20), downloaded(image, "bytes=10-19"));
    }

    @Test
    void whatIsReadAsAWholeIsCachedAndPartsAreNot() throws IOException {
        var image = stored(DATA);
        downloaded(image, "bytes=0-999");
        assertFalse(cache.holds(image.id()));

        downloaded(image, null);

        assertTrue(cache.holds(image.id()));
        Files.delete(root.resolve(image.id()));
        assertArrayEquals(DATA, downloaded(image, null));
    }

    @Test
    void othersHearWhereTheCacheSendsWhat() {
        var image = stored(DATA);

        sent(image);
        upkeep.enqueue(image.id());
        prefetch.run(JobRun.ofNode());

        assertFalse(ledger.told.last("image.send").containsKey("destination_ip"));
        sent(image);
        assertEquals("192.0.2.1", ledger.told.last("image.send").getString("destination_ip"));
    }

    /** A download that a client has broken off at once. */
    private void sent(Image image) {
        var wanted = DownloadRequest.of(null, null).to("192.0.2.1");
        try (var download =
                downloads.open(Callers.member("p1"), image.id(), wanted).orElseThrow()) {
            download.follow(new Transfer() {
                @Override
                public long sent() {
                    return 0;
                }

                @Override
                public void abort() {}
            });
        }
    }

    @Test
    void aCopyThatVanishesBeforeItIsOpenedIsReadFromItsStore() throws IOException {
        var image = stored(DATA);
        downloaded(image, null);

        try (var download = downloads
                .open(Callers.member("p1"), image.id(), DownloadRequest.of(null, null))
                .orElseThrow()) {
            Files.delete(root.resolve(image.id()));
            try (var stream = download.source().open()) {
                assertArrayEquals(DATA, stream.readAllBytes());
            }
        }
    }

    @Test
    void whatCannotBeReadNowIsTriedAgainLater() {
        var lost = ledger.store(described().storedIn("first", "memory://first/not-there"));
        var next = stored(DATA);
        upkeep.enqueue(lost.id());
        upkeep.enqueue(next.id());

        prefetch.run(JobRun.ofNode());
        assertEquals(List.of(lost.id()), index.queued());
        assertTrue(cache.holds(next.id()));
        stores.put("first", "not-there", DATA);
        prefetch.run(JobRun.ofNode());
        assertFalse(cache.holds(lost.id()), "it rests for a minute");
        ledger.clock.advance(Duration.ofMinutes(1));
        prefetch.run(JobRun.ofNode());

        assertEquals(List.of(), index.queued());
    }

    @Test
    void whatIsNotAnImageIsFetchedNoMore() {
        var other = stored(Bytes.noise(999));
        var waiting = ledger.store(Images.queued());
        upkeep.enqueue(other.id());
        upkeep.enqueue(waiting.id());
        upkeep.enqueue("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

        prefetch.run(JobRun.ofNode());

        assertEquals(List.of(), index.queued());
        assertEquals(List.of(), upkeep.entries());
        assertTrue(Files.exists(root.resolve("invalid").resolve(other.id())));
    }

    @Test
    void cleaningRemovesWhatNobodyCanWant() throws IOException {
        var deleted = stored(DATA);
        var kept = stored(DATA);
        var met = stored(DATA);
        var wrong = stored(DATA);
        downloaded(deleted, null);
        downloaded(kept, null);
        ledger.deletions.delete(Callers.member("p1"), deleted.id());
        Files.write(root.resolve(met.id()), DATA);
        Files.write(root.resolve(wrong.id()), new byte[1000]);
        Files.write(root.resolve("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), DATA);

        clean.run(JobRun.ofNode());

        assertEquals(
                List.of(kept.id(), met.id()).stream().sorted().toList(),
                upkeep.entries().stream().map(entry -> entry.imageId()).toList());
        try (var files = Files.list(root)) {
            assertEquals(2, files.filter(Files::isRegularFile).count());
        }
    }

    @Test
    void withoutACacheTheJobsRest() {
        var off = new ImageCache(CacheFixture.settings(null), Runnable::run, ledger.clock);
        var copies = new CopyReading(new ReadableCopies(stores.registry()), stores.registry());
        index.enqueue("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

        new PrefetchJob(off, index, ledger.reading, copies, ledger.clock).run(JobRun.ofNode());
        new CacheCleanJob(off, upkeep, index, ledger.reading, settings).run(JobRun.ofNode());

        assertEquals(1, index.queued().size());
    }
}
