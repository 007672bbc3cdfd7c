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
import io.github.predella.signatures.SignatureFixture;
import io.github.predella.store.StoreFault;
import io.github.predella.testing.Callers;
import io.github.predella.testing.Images;
import io.github.predella.testing.Signer;
import io.github.predella.testing.StubbornStore;
import io.github.predella.testing.StubbornStores;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadServiceTest {

    private static final Caller ALICE = Callers.member("p1");

    private static final int MIB = 1024 * 1024;

    private static final String ID = "0f6a3f2c-8b7e-4c1d-9a55-3f2b1c0d9e8f";

    private final Map<String, byte[]> certificates = new HashMap<>();
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
                SignatureFixture.of(certificates, records.clock),
                work -> {
                    throw new RejectedExecutionException();
                },
                records.notices,
                records.clock);
    }

    private void upload(Image image) {
        uploads.upload(
                ALICE,
                image.id(),
                new UploadRequest(null, OptionalLong.empty(), null),
                new ByteArrayInputStream(new byte[] {1, 2, 3}));
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
        var unknown = new UploadRequest(null, OptionalLong.empty(), null);

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

    private Image signed(Signer signer, String hashMethod, byte... data) {
        var image = Images.queued().formats("raw", "bare");
        signer.properties(hashMethod, data, ID).forEach(image::with);
        return ledger.store(image);
    }

    @Test
    void signedDataIsTakenAndOtherDataLeavesNothing() {
        var signer = Signer.of("Ann", "ECC_SECP384R1");
        var now = ledger.clock.instant();
        certificates.put(ID, signer.certificate(now, now.plusSeconds(60)));
        var other = signed(signer, "SHA-256", (byte) 1, (byte) 2, (byte) 4);

        for (String hash : List.of("SHA-256", "SHA-512")) {
            var right = signed(signer, hash, (byte) 1, (byte) 2, (byte) 3);
            upload(right);
            assertEquals(Image.Status.ACTIVE, ledger.find(right.id()).status());
        }
        var refusal = assertThrows(Fault.class, () -> upload(other));

        assertEquals(Fault.Kind.INVALID, refusal.kind());
        assertEquals(Image.Status.QUEUED, ledger.find(other.id()).status());
        assertEquals(ImageContent.NONE, ledger.find(other.id()).content());
        assertEquals(List.of(), ledger.uploads.running());
        assertEquals(2, store.count());
    }

    @Test
    void certificatesThatDoNotCountRefuseTheDataBeforeItIsRead() {
        var signer = Signer.of("Ann", "ECC_SECP384R1");
        var image = signed(signer, "SHA-256", (byte) 1, (byte) 2, (byte) 3);
        var data = new ByteArrayInputStream(new byte[] {1, 2, 3});

        var refusal = assertThrows(
                Fault.class,
                () -> uploads.upload(ALICE, image.id(), new UploadRequest(null, OptionalLong.empty(), null), data));

        assertEquals(Fault.Kind.INVALID, refusal.kind());
        assertEquals(3, data.available());
        assertEquals(Image.Status.QUEUED, ledger.find(image.id()).status());
        assertEquals(0, store.count());
    }
}
