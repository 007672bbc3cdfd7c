package io.github.predella.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.config.DataSize;
import io.github.predella.config.Seconds;
import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.images.Image;
import io.github.predella.images.ImageContent;
import io.github.predella.images.LedgerFixture;
import io.github.predella.quota.QuotaSettings;
import io.github.predella.store.StoreFault;
import io.github.predella.testing.Callers;
import io.github.predella.testing.Images;
import io.github.predella.testing.StubbornStore;
import io.github.predella.testing.StubbornStores;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadServiceTest {

    private static final Caller ALICE = Callers.member("p1");

    private static final int MIB = 1024 * 1024;

    private final LedgerFixture ledger = new LedgerFixture();
    private final StubbornStores stores = StubbornStores.plain("plain");
    private final StubbornStore store = stores.get("plain");
    private final UploadService uploads = uploads(ledger, 100);

    private UploadService uploads(LedgerFixture records, long sizeCap) {
        var settings = new DataSettings(sizeCap, "sha512", true, List.of(), 1, new Seconds(300), new Seconds(1));
        return new UploadService(
                records.uploads,
                stores.registry(),
                settings,
                new ContentRule(settings),
                work -> {
                    throw new RejectedExecutionException();
                },
                records.notices,
                records.clock);
    }

    private void upload(Image image) {
        uploads.upload(
                ALICE, image.id(), new UploadRequest(null, OptionalLong.empty()), new ByteArrayInputStream(new byte[] {
                    1, 2, 3
                }));
    }

    @ParameterizedTest
    @CsvSource({"FULL, TOO_LARGE", "DENIED, UNAVAILABLE", "UNAVAILABLE, UNAVAILABLE", "INVALID, INVALID"})
    void aStoreThatRefusesLeavesTheImageWaitingAndIsNotQuoted(StoreFault.Kind refusal, Fault.Kind told) {
        var image = ledger.store(Images.queued().formats("raw", "bare"));
        store.onCreate(StubbornStore.refusing(refusal));

        var fault = assertThrows(Fault.class, () -> upload(image));

        assertEquals(told, fault.kind());
        assertFalse((fault.getMessage() + fault.detail()).contains("secret"), fault::getMessage);
        assertEquals(Image.Status.QUEUED, ledger.find(image.id()).status());
        assertEquals(List.of(), ledger.uploads.running());
    }

    @Test
    void refusedDataCanBeSentAgainInARightForm() {
        var image = ledger.store(Images.queued());

        assertEquals(
                Fault.Kind.UNSUPPORTED_TYPE,
                assertThrows(Fault.class, () -> upload(image)).kind());
        assertEquals(ImageContent.NONE, ledger.find(image.id()).content());
        assertEquals(0, store.count());
        var raw = image.details().edit().diskFormat("raw").done();
        ledger.rows.update(image, image.with(raw));
        upload(image);

        assertEquals(Image.Status.ACTIVE, ledger.find(image.id()).status());
        assertEquals(1, store.count());
    }

    @Test
    void whereQuotasAreHardAStreamBringsAllThereIsRoomForAndNoByteMore() {
        var full = new LedgerFixture(new QuotaSettings(-1, 66, -1, -1, new DataSize(0), null, true));
        var first = full.store(Images.queued().formats("raw", "bare"));
        var second = full.store(Images.queued().formats("raw", "bare"));
        var streams = uploads(full, Long.MAX_VALUE);
        var unknown = new UploadRequest(null, OptionalLong.empty());

        var refusal = assertThrows(
                Fault.class,
                () -> streams.upload(ALICE, first.id(), unknown, new ByteArrayInputStream(new byte[66 * MIB + 1])));
        streams.upload(ALICE, second.id(), unknown, new ByteArrayInputStream(new byte[66 * MIB]));

        assertEquals(Fault.Kind.TOO_LARGE, refusal.kind());
        assertEquals(Image.Status.QUEUED, full.find(first.id()).status());
        assertEquals(Image.Status.ACTIVE, full.find(second.id()).status());
        assertEquals(List.of(), full.uploads.running());
        assertEquals(1, store.count());
    }
}
