package io.github.predella.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.config.Seconds;
import io.github.predella.core.Fault;
import io.github.predella.core.Jsons;
import io.github.predella.data.DataSettings;
import io.github.predella.flow.DigestAlgorithm;
import io.github.predella.flow.Digests;
import io.github.predella.images.Image;
import io.github.predella.images.ImageContent;
import io.github.predella.images.ImageLocation;
import io.github.predella.images.ImportMarks;
import io.github.predella.images.LedgerFixture;
import io.github.predella.testing.Images;
import io.github.predella.testing.QuietRun;
import io.github.predella.testing.Tasks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** How data comes to its stores. The store {@code gone} is not configured any more. */
class StoreDeliveriesTest {

    private static final byte[] DATA = {1, 2, 3};

    private final LedgerFixture ledger = new LedgerFixture();
    private int helpers;

    private StoreDeliveries deliveries(int atOnce, DeliveryExecutor executor) {
        var settings = new DataSettings(100, "sha512", true, List.of(), 1, new Seconds(300), new Seconds(60));
        var pumps = new ImportPump(ledger.imports, ledger.clock);
        var sending = new StoreSending(settings, Runnable::run, pumps);
        var delivery = new StoreDelivery(ledger.imports, ledger.importRoom, ledger.registry, sending, ledger.notices);
        return new StoreDeliveries(delivery, new DeliverySettings(atOnce), executor);
    }

    private void helps(Runnable work) {
        helpers++;
        work.run();
    }

    private static void isBusy(Runnable work) {
        throw new RejectedExecutionException("all are busy");
    }

    private ImportRun taken(boolean allMust, String... stores) {
        var image = ledger.store(Images.queued());
        var task = Tasks.pending().on(image.id()).done();
        ledger.imports.take(image, task.id(), List.of(stores), true);
        var request = Jsons.object()
                .add("method", Jsons.object().add("name", "glance-direct"))
                .add("all_stores_must_succeed", allMust)
                .build();
        return new ImportRun(new QuietRun(task), ImportRequest.of(request), List.of(stores), Set.of(), null);
    }

    private Image after(ImportRun run) {
        return ledger.find(run.imageId());
    }

    private List<String> holding(ImportRun run) {
        return after(run).locations().stream().map(ImageLocation::store).toList();
    }

    private static ImageContent content() throws IOException {
        try (var digests = Digests.on(Runnable::run, new DigestAlgorithm("sha512"))) {
            digests.accept(DATA, 0, DATA.length);
            digests.finish();
            var values = digests.values();
            return new ImageContent((long) DATA.length, null, values.checksum(), values.algorithm(), values.value());
        }
    }

    private record Source(Optional<Path> file) implements ImportSource {

        @Override
        public Optional<Measured> measured() {
            return Optional.empty();
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(DATA);
        }

        @Override
        public void done() {}

        @Override
        public void failed() {}
    }

    private static final ImportSource LOCAL = new Source(Optional.of(Path.of("/nonexistent")));
    private static final ImportSource IN_A_STORE = new Source(Optional.empty());

    @Test
    void allStoresGetTheDataInTheirOrder() throws IOException {
        var run = taken(true, "slow", "fast");

        deliveries(1, this::helps).deliver(run, LOCAL, content());

        assertEquals(List.of("slow", "fast"), holding(run));
        assertEquals(Image.Status.ACTIVE, after(run).status());
        assertEquals(0, helpers);
    }

    @Test
    void helpersBringDataToSeveralStoresAtATime() throws IOException {
        var run = taken(true, "slow", "fast");

        deliveries(5, this::helps).deliver(run, LOCAL, content());

        assertEquals(1, helpers);
        assertEquals(Set.of("slow", "fast"), Set.copyOf(holding(run)));
    }

    @Test
    void withoutHelpersOneStoreComesAfterTheOther() throws IOException {
        var run = taken(true, "slow", "fast");

        deliveries(2, StoreDeliveriesTest::isBusy).deliver(run, LOCAL, content());

        assertEquals(List.of("slow", "fast"), holding(run));
    }

    @Test
    void dataInAStoreIsReadForOneCopyAtATime() throws IOException {
        var run = taken(true, "slow", "fast");

        deliveries(2, this::helps).deliver(run, IN_A_STORE, content());

        assertEquals(0, helpers);
    }

    @Test
    void whereAllMustSucceedTheFirstFailureIsTheLastTry() {
        var run = taken(true, "gone", "fast");

        var fault = assertThrows(Fault.class, () -> deliveries(1, this::helps).deliver(run, LOCAL, content()));

        assertEquals(Fault.Kind.UNAVAILABLE, fault.kind());
        assertEquals(List.of(), holding(run));
        assertEquals(Set.of("fast"), ImportMarks.importing(after(run)));
    }

    @Test
    void whereOneIsEnoughAFailureIsNotedOnly() throws IOException {
        var run = taken(false, "gone", "fast");

        deliveries(2, this::helps).deliver(run, LOCAL, content());

        assertEquals(List.of("fast"), holding(run));
        assertEquals(Image.Status.ACTIVE, after(run).status());
        assertEquals("gone", after(run).details().properties().get("os_glance_failed_import"));
    }

    @Test
    void oneStoreAtLeastMustHaveIt() {
        var run = taken(false, "gone", "lost");

        var fault = assertThrows(Fault.class, () -> deliveries(1, this::helps).deliver(run, LOCAL, content()));

        assertEquals("None of the stores has taken the data. The image store is not available.", fault.getMessage());
    }

    @Test
    void nothingStaysReserved() throws IOException {
        var run = taken(false, "gone", "fast");

        deliveries(1, this::helps).deliver(run, LOCAL, content());

        assertEquals(List.of(), ledger.data.running());
    }
}
