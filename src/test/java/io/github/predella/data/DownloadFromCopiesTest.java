package io.github.predella.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.config.Seconds;
import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.images.Image;
import io.github.predella.images.ImageLocation;
import io.github.predella.images.LedgerFixture;
import io.github.predella.images.ReadableCopies;
import io.github.predella.store.StoreFault;
import io.github.predella.testing.Callers;
import io.github.predella.testing.Images;
import io.github.predella.testing.StubbornStore;
import io.github.predella.testing.StubbornStores;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DownloadFromCopiesTest {

    private static final Caller ALICE = Callers.member("p1");
    private static final DownloadRequest ALL = DownloadRequest.of(null, null);

    private final LedgerFixture ledger = new LedgerFixture();
    private final StubbornStores stores = new StubbornStores("fast", "slow");
    private final DownloadService downloads = new DownloadService(
            ledger.reading,
            new ReadableCopies(stores.registry()),
            stores.registry(),
            new DownloadPlaces(
                    new DataSettings(1, "sha512", false, List.of(), 1, new Seconds(300), new Seconds(300)),
                    ledger.clock),
            CacheFixture.switchedOff(),
            ledger.notices);

    /** An image of ten bytes whose first byte tells the store. */
    private Image imageIn(String... names) {
        var image = Images.active().sized(10);
        String id = image.done().id();
        for (String name : names) {
            image.storedIn(name, stores.put(name, id, data(name)));
        }
        return ledger.store(image);
    }

    private static byte[] data(String store) {
        byte[] data = new byte[10];
        Arrays.fill(data, (byte) store.charAt(0));
        return data;
    }

    private byte[] download(Image image, DownloadRequest wanted) throws IOException {
        try (var download = downloads.open(ALICE, image.id(), wanted).orElseThrow();
                var in = download.source().open()) {
            return in.readAllBytes();
        }
    }

    @Test
    void heavierStoreIsReadFirst() throws IOException {
        assertArrayEquals(data("fast"), download(imageIn("slow", "fast"), ALL));
    }

    @Test
    void preferredStoreIsReadBeforeHeavierOnes() throws IOException {
        var wanted = new DownloadRequest(null, null, List.of("slow"), null);

        assertArrayEquals(data("slow"), download(imageIn("fast", "slow"), wanted));
    }

    @Test
    void copyThatCannotBeOpenedIsPassedOver() throws IOException {
        var image = imageIn("fast", "slow");
        stores.get("fast").onOpen(StubbornStore.refusing(StoreFault.Kind.UNAVAILABLE));

        assertArrayEquals(data("slow"), download(image, ALL));
        assertArrayEquals(Arrays.copyOf(data("slow"), 3), download(image, DownloadRequest.of("bytes=0-2", null)));
    }

    @Test
    void copyThatIsMissingOrHasAnotherSizeIsPassedOver() throws IOException {
        var image = Images.active()
                .sized(10)
                .storedIn("fast", "memory://fast/missing")
                .storedIn("fast", stores.put("fast", "short", new byte[9]))
                .storedIn("elsewhere", "no address");
        image.storedIn("slow", stores.put("slow", "whole", data("slow")));

        assertArrayEquals(data("slow"), download(ledger.store(image), ALL));
    }

    @Test
    void withdrawnCopyIsNotRead() throws IOException {
        var image = imageIn("fast", "slow");
        var copies = image.locations();
        ledger.rows.update(image, image.with(List.of(copies.get(0).withdrawn(), copies.get(1))));

        assertArrayEquals(data("slow"), download(image, ALL));
    }

    @Test
    void copyWhoseStoreNobodyNotedIsReadFromTheStoreThatKnowsIt() throws IOException {
        var image = ledger.store(Images.active().sized(10));
        var nameless =
                new ImageLocation(null, stores.put("slow", image.id(), data("slow")), Map.of(), ImageLocation.ACTIVE);
        ledger.rows.update(image, image.with(List.of(nameless)));

        assertArrayEquals(data("slow"), download(image, new DownloadRequest(null, null, List.of("slow"), null)));
    }

    @Test
    void refusalOfTheLastCopyIsTold() {
        var image = imageIn("fast", "slow");
        stores.get("fast").onOpen(StubbornStore.refusing(StoreFault.Kind.UNAVAILABLE));
        stores.get("slow").onOpen(StubbornStore.refusing(StoreFault.Kind.NOT_FOUND));

        var refusal = assertThrows(Fault.class, () -> download(image, ALL));

        assertEquals(Fault.Kind.NOT_FOUND, refusal.kind());
    }

    @Test
    void placeIsFreeAgainWhenNothingCanBeRead() throws IOException {
        var unreadable = ledger.store(Images.active().sized(10).storedIn("fast", "memory://fast/missing"));

        assertThrows(Fault.class, () -> download(unreadable, ALL));

        assertArrayEquals(data("fast"), download(imageIn("fast"), ALL));
    }
}
