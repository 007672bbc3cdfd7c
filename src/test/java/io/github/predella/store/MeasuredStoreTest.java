package io.github.predella.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.observe.Figures;
import io.github.predella.store.file.FileStoreProvider;
import io.github.predella.testing.MemoryStore;
import io.github.predella.testing.Scrape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A measured store does what the store does, and counts. */
class MeasuredStoreTest {

    private static final String COUNT = "predella_store_operation_duration_seconds_count";
    private static final String FAILURES = "predella_store_failures_total";

    @TempDir
    Path directory;

    @Test
    void whatAStoreCanDoStaysVisible() {
        var store = MeasuredStore.of(
                "files",
                new FileStoreProvider(Runnable::run)
                        .create("files", Map.of("filesystem_store_datadir", directory.toString())));

        assertInstanceOf(FileServing.class, store);
        assertInstanceOf(RangeReading.class, store);
        assertInstanceOf(FileAdopting.class, store);
        assertInstanceOf(LeftoverSweeping.class, store);
        assertInstanceOf(SpaceTelling.class, store);
        assertFalse(store instanceof LocationAdopting);
    }

    @Test
    void writesAndReadsAreCounted() throws IOException {
        var store = MeasuredStore.of("counted", new MemoryStore("counted"));
        StoredObject stored;
        try (var writer = store.create(new ObjectName("one"), OptionalLong.empty())) {
            writer.accept(new byte[] {1, 2, 3}, 0, 3);
            stored = writer.commit();
        }
        store.open(stored.location()).close();
        store.delete(stored.location());

        var scrape = scrape();

        assertEquals(1, scrape.sum(COUNT, Map.of("store", "counted", "operation", "write")));
        assertEquals(1, scrape.sum(COUNT, Map.of("store", "counted", "operation", "open")));
        assertEquals(1, scrape.sum(COUNT, Map.of("store", "counted", "operation", "delete")));
        assertEquals(3, scrape.sum("predella_store_written_bytes_total", Map.of("store", "counted")));
        assertEquals(0, scrape.sum(FAILURES, Map.of("store", "counted")));
    }

    @Test
    void faultsComeThroughAndAreCountedByKind() throws IOException {
        var store = MeasuredStore.of("failing", new MemoryStore("failing"));
        try (var writer = store.create(new ObjectName("one"), OptionalLong.of(1))) {
            assertThrows(StoreFault.class, () -> writer.accept(new byte[] {1, 2, 3}, 0, 3));
        }
        var missing = Location.in("failing", "memory://failing/nothing");

        var fault = assertThrows(StoreFault.class, () -> store.open(missing));

        var scrape = scrape();
        assertEquals(StoreFault.Kind.NOT_FOUND, fault.kind());
        assertEquals(1, scrape.sum(FAILURES, Map.of("store", "failing", "operation", "open", "kind", "not_found")));
        assertEquals(1, scrape.sum(FAILURES, Map.of("store", "failing", "operation", "write", "kind", "invalid")));
    }

    private static Scrape scrape() throws IOException {
        var text = new ByteArrayOutputStream();
        Figures.write(null, text);
        return Scrape.of(text.toString(StandardCharsets.UTF_8));
    }
}
