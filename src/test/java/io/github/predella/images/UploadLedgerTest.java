package io.github.predella.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.config.DataSize;
import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.images.DataLedger.RunningUpload;
import io.github.predella.images.Image.Status;
import io.github.predella.images.LedgerFixture.Setup;
import io.github.predella.quota.QuotaSettings;
import io.github.predella.testing.Callers;
import io.github.predella.testing.Images;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UploadLedgerTest {

    private static final Caller ALICE = Callers.member("p1");
    private static final ImageContent CONTENT = new ImageContent(5L, null, "c".repeat(32), "sha512", "d".repeat(128));
    private static final ImageLocation PLACE = ImageLocation.in("fast", "memory://fast/x");

    private final LedgerFixture ledger = new LedgerFixture();

    private static void assertRefused(Fault.Kind kind, Executable call) {
        assertEquals(kind, assertThrows(Fault.class, call).kind());
    }

    private Image begun() {
        var image = ledger.store(Images.queued());
        ledger.uploads.begin(ALICE, image.id(), "fast", 5);
        return image;
    }

    @Test
    void aFinishedUploadMakesTheImageActive() {
        var image = begun();
        assertEquals(Status.SAVING, ledger.find(image.id()).status());
        assertTrue(ledger.uploads.isAwaited(image.id()));

        assertTrue(ledger.uploads.finish(image.id(), CONTENT, PLACE));

        var found = ledger.find(image.id());
        assertEquals(Status.ACTIVE, found.status());
        assertEquals(CONTENT, found.content());
        assertEquals(PLACE.url(), found.locations().get(0).url());
        assertEquals(ledger.clock.instant(), found.updatedAt());
        assertEquals(List.of(), ledger.uploads.running());
    }

    @Test
    void anAbandonedUploadLeavesTheImageWaiting() {
        var image = begun();

        ledger.uploads.abandon(image.id());

        assertEquals(Status.QUEUED, ledger.find(image.id()).status());
        assertEquals(ImageContent.NONE, ledger.find(image.id()).content());
        assertEquals(List.of(), ledger.uploads.running());
        ledger.uploads.begin(ALICE, image.id(), "fast", 0);
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"SAVING", "UPLOADING", "IMPORTING", "ACTIVE", "DEACTIVATED", "KILLED"})
    void onlyAWaitingImageTakesData(Status status) {
        var image = ledger.store(Images.in(status));

        assertRefused(Fault.Kind.CONFLICT, () -> ledger.uploads.begin(ALICE, image.id(), "fast", 0));
        assertEquals(status, ledger.find(image.id()).status());
    }

    @Test
    void anImageWithoutFormatsTakesNoData() {
        var noDisk = ledger.store(Images.queued().formats(null, "bare"));
        var noContainer = ledger.store(Images.queued().formats("raw", null));

        assertRefused(Fault.Kind.INVALID, () -> ledger.uploads.begin(ALICE, noDisk.id(), "fast", 0));
        assertRefused(Fault.Kind.INVALID, () -> ledger.uploads.begin(ALICE, noContainer.id(), "fast", 0));
    }

    @Test
    void theSecondOfTwoUploadsIsInConflict() {
        var racing = new LedgerFixture(Setup.standard().wrapping(rows -> new RacingImages(rows, Status.SAVING)));
        var image = racing.store(Images.queued());

        assertRefused(Fault.Kind.CONFLICT, () -> racing.uploads.begin(ALICE, image.id(), "fast", 0));
        assertEquals(List.of(), racing.uploads.running());
    }

    @Test
    void anUploadDoesNotFinishADeletedImage() {
        var image = begun();
        ledger.disposals.delete(ALICE, image.id());

        assertFalse(ledger.uploads.isAwaited(image.id()));
        assertFalse(ledger.uploads.finish(image.id(), CONTENT, PLACE));
        ledger.uploads.abandon(image.id());

        assertTrue(ledger.rows.find(image.id()).isEmpty());
        assertEquals(List.of(), ledger.data.toRemove(image.id()));
        assertEquals(List.of(), ledger.uploads.running());
    }

    @Test
    void aNodeThatWasTakenForDeadFinishesNothing() {
        var image = ledger.store(Images.in(Status.SAVING));
        var upload = new RunningUpload(image.id(), "this-node", "fast");
        ledger.data.begin(upload, 0, Images.NOON);
        ledger.data.takeOver(upload, "other-node");

        assertFalse(ledger.uploads.finish(image.id(), CONTENT, PLACE));
        ledger.uploads.abandon(image.id());

        assertEquals(Status.SAVING, ledger.find(image.id()).status());
        assertEquals(List.of(new RunningUpload(image.id(), "other-node", "fast")), ledger.uploads.running());
    }

    @Test
    void theUploadOfADeadNodeIsTakenOverAndAbandoned() {
        var image = ledger.store(Images.in(Status.SAVING));
        var upload = new RunningUpload(image.id(), "dead", "fast");
        ledger.data.begin(upload, 0, Images.NOON);

        assertTrue(ledger.uploads.takeOver(upload));
        assertFalse(ledger.uploads.takeOver(upload));
        ledger.uploads.giveBack(upload);
        assertEquals(List.of(upload), ledger.uploads.running());
        ledger.uploads.takeOver(upload);
        ledger.uploads.abandon(image.id());

        assertEquals(Status.QUEUED, ledger.find(image.id()).status());
    }

    @Test
    void aProjectStoresAsMuchAsItMay() {
        var limited = new LedgerFixture(
                Setup.standard().with(new QuotaSettings(-1, -1, -1, -1, new DataSize(10), null, false)));
        limited.store(Images.active().sized(3).storedIn("fast", "memory://a").storedIn("slow", "memory://b"));
        var image = limited.store(Images.queued());

        assertRefused(Fault.Kind.TOO_LARGE, () -> limited.uploads.begin(ALICE, image.id(), "fast", 5));
        assertEquals(
                4, limited.uploads.begin(ALICE, image.id(), "fast", 4).room().bytes());
    }

    @Test
    void aFullProjectStoresNothingMore() {
        var limited = new LedgerFixture(
                Setup.standard().with(new QuotaSettings(-1, -1, -1, -1, new DataSize(3), null, false)));
        limited.store(Images.active().sized(3).storedIn("fast", "memory://a"));
        var image = limited.store(Images.queued());

        assertRefused(Fault.Kind.TOO_LARGE, () -> limited.uploads.begin(ALICE, image.id(), "fast", 0));
    }

    @Test
    void whatARunningUploadHasAnnouncedIsTaken() {
        var limited = new LedgerFixture(
                Setup.standard().with(new QuotaSettings(-1, -1, -1, -1, new DataSize(10), null, false)));
        var first = limited.store(Images.queued());
        var second = limited.store(Images.queued());
        limited.uploads.begin(ALICE, first.id(), "fast", 6);

        assertRefused(Fault.Kind.TOO_LARGE, () -> limited.uploads.begin(ALICE, second.id(), "fast", 5));
        limited.uploads.abandon(first.id());
        assertEquals(
                10, limited.uploads.begin(ALICE, second.id(), "fast", 5).room().bytes());
    }

    @Test
    void whatADeletedImageWasToReceiveIsNotTakenAnyMore() {
        var limited = new LedgerFixture(
                Setup.standard().with(new QuotaSettings(-1, -1, -1, -1, new DataSize(10), null, false)));
        var first = limited.store(Images.queued());
        var second = limited.store(Images.queued());
        limited.uploads.begin(ALICE, first.id(), "fast", 6);

        limited.disposals.delete(ALICE, first.id());

        assertEquals(
                10, limited.uploads.begin(ALICE, second.id(), "fast", 10).room().bytes());
    }

    @Test
    void announcedMebibytesCountTowardsTheLimitToo() {
        var limited = new LedgerFixture(
                Setup.standard().with(new QuotaSettings(-1, 1, -1, -1, new DataSize(0), null, false)));
        var first = limited.store(Images.queued());
        var second = limited.store(Images.queued());
        limited.uploads.begin(ALICE, first.id(), "fast", 1024 * 1024);

        assertRefused(Fault.Kind.TOO_LARGE, () -> limited.uploads.begin(ALICE, second.id(), "fast", 1024 * 1024));
    }

    @Test
    void ofUnannouncedUploadsThatFillTheProjectTogetherTheLastFails() {
        var limited = new LedgerFixture(
                Setup.standard().with(new QuotaSettings(-1, -1, -1, -1, new DataSize(9), null, false)));
        var first = limited.store(Images.queued());
        var second = limited.store(Images.queued());
        limited.uploads.begin(ALICE, first.id(), "fast", 0);
        limited.uploads.begin(ALICE, second.id(), "fast", 0);

        assertTrue(limited.uploads.finish(first.id(), CONTENT, PLACE));

        assertRefused(Fault.Kind.TOO_LARGE, () -> limited.uploads.finish(second.id(), CONTENT, PLACE));
        assertEquals(Status.SAVING, limited.find(second.id()).status());
    }

    @Test
    void mebibytesAreCountedWhole() {
        var limited = new LedgerFixture(
                Setup.standard().with(new QuotaSettings(-1, 1, -1, -1, new DataSize(0), null, false)));
        limited.store(Images.active().sized(1024 * 1024).storedIn("fast", "memory://a"));
        var image = limited.store(Images.queued());

        assertRefused(Fault.Kind.TOO_LARGE, () -> limited.uploads.begin(ALICE, image.id(), "fast", 1024 * 1024));
        assertEquals(
                Long.MAX_VALUE,
                limited.uploads
                        .begin(ALICE, image.id(), "fast", 1024 * 1024 - 1)
                        .room()
                        .bytes());
    }

    @Test
    void aProjectUploadsAsManyImagesAtATimeAsItMay() {
        var limited = new LedgerFixture(
                Setup.standard().with(new QuotaSettings(-1, -1, 1, -1, new DataSize(0), null, false)));
        limited.store(Images.in(Status.SAVING));
        var image = limited.store(Images.queued());

        assertRefused(Fault.Kind.TOO_LARGE, () -> limited.uploads.begin(ALICE, image.id(), "fast", 0));
    }

    @Test
    void whoMayOnlyLookUploadsNothing() {
        var image = ledger.store(Images.queued().publicly());

        assertRefused(Fault.Kind.FORBIDDEN, () -> ledger.uploads.begin(Callers.anonymous(), image.id(), "fast", 0));
    }
}
