package io.github.predella.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.config.Seconds;
import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.images.Image;
import io.github.predella.images.LedgerFixture;
import io.github.predella.images.ReadableCopies;
import io.github.predella.store.ObjectName;
import io.github.predella.testing.Callers;
import io.github.predella.testing.Images;
import io.github.predella.testing.StubbornStores;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DownloadServiceTest {

    private static final Caller ALICE = Callers.member("p1");
    private static final DownloadRequest EVERYTHING = DownloadRequest.of(null, null);
    private static final byte[] DATA = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};

    private final LedgerFixture ledger = new LedgerFixture();
    private final StubbornStores stores = StubbornStores.plain("first", "second");
    private final DownloadService downloads = new DownloadService(
            ledger.reading,
            new ReadableCopies(stores.registry()),
            stores.registry(),
            new DownloadPlaces(
                    new DataSettings(1, "sha512", true, List.of(), 1, new Seconds(300), new Seconds(1)), ledger.clock),
            CacheFixture.switchedOff(),
            ledger.notices);

    private Image image(Images image, String... names) {
        String id = image.sized(DATA.length).done().id();
        for (String name : names) {
            image.storedIn(name, stores.put(name, id, DATA));
        }
        return ledger.store(image);
    }

    private byte[] read(String id, DownloadRequest wanted) throws IOException {
        try (var download = downloads.open(ALICE, id, wanted).orElseThrow();
                var stream = download.source().open()) {
            return stream.readNBytes((int) download.length());
        }
    }

    @ParameterizedTest
    @CsvSource({"bytes=2-4, 2, 3", "bytes=7-, 7, 3", "bytes=-1, 9, 1", "bytes=0-99, 0, 10"})
    void rangesAreServedFromStoresThatCannotSeek(String range, int from, int count) throws IOException {
        var image = image(Images.active(), "first");
        byte[] expected = new byte[count];
        System.arraycopy(DATA, from, expected, 0, count);

        assertArrayEquals(expected, read(image.id(), DownloadRequest.of(range, null)));
    }

    @Test
    void aCopyThatCannotBeReadIsPassedOver() throws IOException {
        var image = image(Images.active(), "first", "second");
        stores.get("first").close();

        assertArrayEquals(DATA, read(image.id(), EVERYTHING));
    }

    @Test
    void aCopyOfAnotherSizeIsNotSent() {
        var image = image(Images.active(), "first");
        stores.get("first").discard(new ObjectName(image.id()));
        stores.put("first", image.id(), Arrays.copyOf(DATA, 5));

        var refusal = assertThrows(Fault.class, () -> downloads.open(ALICE, image.id(), EVERYTHING));

        assertEquals(Fault.Kind.UNAVAILABLE, refusal.kind());
    }

    @Test
    void aPlaceIsGivenBackHoweverADownloadEnds() throws IOException {
        var image = image(Images.active(), "first");
        var lost = image(Images.active());
        assertTrue(downloads.open(ALICE, lost.id(), EVERYTHING).isEmpty());
        assertThrows(Fault.class, () -> downloads.open(ALICE, image.id(), DownloadRequest.of("bytes=99-", null)));

        var running = downloads.open(ALICE, image.id(), EVERYTHING).orElseThrow();

        assertEquals(
                Fault.Kind.UNAVAILABLE,
                assertThrows(Fault.class, () -> downloads.open(ALICE, image.id(), EVERYTHING))
                        .kind());
        running.close();
        assertArrayEquals(DATA, read(image.id(), EVERYTHING));
    }
}
