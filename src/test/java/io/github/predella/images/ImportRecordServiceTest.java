package io.github.predella.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.config.DataSize;
import io.github.predella.core.Fault;
import io.github.predella.images.Image.Status;
import io.github.predella.images.ImportRecordService.Arrival;
import io.github.predella.images.ImportRecordService.Waiting;
import io.github.predella.quota.QuotaSettings;
import io.github.predella.testing.Callers;
import io.github.predella.testing.Images;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** How an import takes an image, changes it and gives it back. */
class ImportRecordServiceTest {

    private static final String TASK = "task-1";
    private static final long MIB = 1024 * 1024;
    private static final ImageContent CONTENT =
            new ImageContent(5 * MIB, null, "c".repeat(32), "sha512", "d".repeat(128));

    private static final Waiting WAITING = new Waiting(Status.QUEUED, null);

    private final LedgerFixture ledger = new LedgerFixture();

    private static void assertRefused(Fault.Kind kind, Executable call) {
        assertEquals(kind, assertThrows(Fault.class, call).kind());
    }

    private static ImageLocation place(String store) {
        return ImageLocation.in(store, "memory://" + store + "/x");
    }

    private Image taken(Images image, String... stores) {
        var stored = ledger.store(image);
        ledger.imports.take(stored, TASK, List.of(stores), stored.status() != Status.ACTIVE);
        return ledger.find(stored.id());
    }

    private void arrived(Image image, ImageLocation place, ImageContent content, boolean oneIsEnough) {
        var arrival = new Arrival(place, content, oneIsEnough, UnaryOperator.identity());
        ledger.imports.arrived(image.id(), TASK, arrival);
    }

    private List<String> stores(String id) {
        return ledger.find(id).locations().stream().map(ImageLocation::store).toList();
    }

    @Test
    void aTakenImageTellsWhereItsDataGoes() {
        var image = taken(Images.queued(), "fast", "slow");

        assertEquals(Status.IMPORTING, image.status());
        assertEquals(Optional.of(TASK), ImportMarks.holder(image));
        assertEquals(Set.of("fast", "slow"), ImportMarks.importing(image));
    }

    @Test
    void onlyOneTaskHasAnImage() {
        var seen = ledger.store(Images.queued());
        ledger.imports.take(seen, TASK, List.of("fast"), true);

        assertRefused(Fault.Kind.CONFLICT, () -> ledger.imports.take(seen, "task-2", List.of("fast"), true));
        assertRefused(Fault.Kind.CONFLICT, () -> ledger.imports.held(seen.id(), "task-2"));
        assertRefused(Fault.Kind.CONFLICT, () -> ledger.imports.release(seen.id(), "task-2"));
    }

    @Test
    void anImageIsActiveOnceAllStoresHaveItsData() {
        var image = taken(Images.queued(), "fast", "slow");

        arrived(image, place("slow"), CONTENT, false);
        assertEquals(Status.IMPORTING, ledger.find(image.id()).status());
        arrived(image, place("fast"), CONTENT, false);

        assertEquals(Status.ACTIVE, ledger.find(image.id()).status());
        assertEquals(CONTENT, ledger.find(image.id()).content());
        assertEquals(List.of("slow", "fast"), stores(image.id()));
    }

    @Test
    void anImageIsActiveWithItsFirstStoreWhereOneIsEnough() {
        var image = taken(Images.queued(), "fast", "slow");

        arrived(image, place("slow"), CONTENT, true);

        assertEquals(Status.ACTIVE, ledger.find(image.id()).status());
        assertEquals(Set.of("fast"), ImportMarks.importing(ledger.find(image.id())));
    }

    @Test
    void otherDataIsNeverMixedIn() {
        var image = taken(Images.active().content(CONTENT).storedIn("fast", "memory://fast/x"), "slow");
        var other = new ImageContent(5 * MIB, null, "c".repeat(32), "sha512", "e".repeat(128));

        assertRefused(Fault.Kind.CONFLICT, () -> arrived(image, place("slow"), other, false));
        assertEquals(List.of("fast"), stores(image.id()));
    }

    @Test
    void aFailedStoreIsNotedUntilItIsTriedAgain() {
        var image = taken(Images.queued(), "fast", "slow");

        ledger.imports.failed(image.id(), TASK, List.of("slow"));
        var failed = ledger.find(image.id());
        ledger.imports.release(image.id(), TASK);
        ledger.imports.take(ledger.find(image.id()), "task-2", List.of("slow"), true);

        assertEquals("slow", failed.details().properties().get("os_glance_failed_import"));
        assertEquals("", ledger.find(image.id()).details().properties().get("os_glance_failed_import"));
    }

    @Test
    void undoingWithdrawsTheCopiesAndLetsTheImageWait() {
        var image = taken(Images.queued(), "fast", "slow");
        arrived(image, place("fast"), CONTENT, false);

        var gone = ledger.imports.undo(image.id(), TASK, Set.of("fast", "slow"), Set.of("slow"), WAITING);

        var found = ledger.find(image.id());
        assertEquals(List.of("fast"), gone.stream().map(ImageLocation::store).toList());
        assertEquals(Status.QUEUED, found.status());
        assertEquals(ImageContent.NONE, found.content());
        assertFalse(found.locations().stream().anyMatch(ImageLocation::isReadable));
        assertEquals(Optional.empty(), ImportMarks.holder(found));
    }

    @Test
    void undoingLeavesStagedDataAndItsSize() {
        var image = taken(Images.in(Status.UPLOADING).sized(7), "fast");

        ledger.imports.undo(image.id(), TASK, Set.of("fast"), Set.of("fast"), new Waiting(Status.UPLOADING, 7L));

        assertEquals(Status.UPLOADING, ledger.find(image.id()).status());
        assertEquals(7, ledger.find(image.id()).content().size());
    }

    @Test
    void undoingIsForTheTaskThatHasTheImage() {
        var image = taken(Images.queued(), "fast");

        assertEquals(List.of(), ledger.imports.undo(image.id(), "task-2", Set.of(), Set.of(), WAITING));
        assertEquals(List.of(), ledger.imports.undo("unknown", TASK, Set.of(), Set.of(), WAITING));
        assertEquals(image, ledger.find(image.id()));
    }

    @Test
    void aDeletedImageIsGoneForTheTask() {
        var image = taken(Images.queued(), "fast");
        ledger.deletions.delete(Callers.member("p1"), image.id());

        assertRefused(Fault.Kind.GONE, () -> ledger.imports.held(image.id(), TASK));
        assertRefused(Fault.Kind.GONE, () -> ledger.importRoom.reserve(image.id(), TASK, "fast", 5));
    }

    @Test
    void bytesOnTheirWayAreNotedUntilTheImportIsOver() {
        var image = taken(Images.queued(), "fast", "slow");

        ledger.importRoom.fetch(image.id(), TASK, 3);
        assertEquals(1, ledger.data.running().size());
        assertEquals(List.of(), ledger.uploads.running());
        ledger.importRoom.fetched(image.id(), TASK, 5 * MIB);
        assertEquals(List.of(), ledger.data.running());
        assertEquals(5 * MIB, ledger.find(image.id()).content().size());
        ledger.importRoom.reserve(image.id(), TASK, "fast", 5 * MIB);
        ledger.importRoom.reserve(image.id(), TASK, "slow", 5 * MIB);
        arrived(image, place("slow"), CONTENT, false);
        assertEquals(1, ledger.data.running().size());
        arrived(image, place("fast"), CONTENT, false);

        assertEquals(List.of(), ledger.data.running());
    }

    @Test
    void anUndoneImportHasNothingOnItsWay() {
        var image = taken(Images.queued(), "fast");
        ledger.importRoom.fetch(image.id(), TASK, 3);

        ledger.imports.undo(image.id(), TASK, Set.of(), Set.of("fast"), WAITING);

        assertEquals(List.of(), ledger.data.running());
    }

    @Test
    void hardQuotasBoundWhatIsFetchedAndWhatIsStored() {
        var limited = new LedgerFixture(new QuotaSettings(-1, 8, -1, 6, new DataSize(0), null, true));
        var image = limited.store(Images.queued());
        limited.imports.take(image, TASK, List.of("fast", "slow"), true);

        var room = limited.importRoom.fetch(image.id(), TASK, 0);
        assertEquals(6 * MIB, room.bytes());
        assertRefused(Fault.Kind.TOO_LARGE, () -> limited.importRoom.extend(image.id(), TASK, 6 * MIB + 1));
        limited.importRoom.fetched(image.id(), TASK, 5 * MIB);
        limited.importRoom.reserve(image.id(), TASK, "fast", 5 * MIB);
        assertRefused(Fault.Kind.TOO_LARGE, () -> limited.importRoom.reserve(image.id(), TASK, "slow", 5 * MIB));
        limited.importRoom.giveBack(image.id(), TASK, 5 * MIB);
        limited.importRoom.reserve(image.id(), TASK, "slow", 5 * MIB);

        assertTrue(limited.data.running().get(0).isOfImport());
    }
}
