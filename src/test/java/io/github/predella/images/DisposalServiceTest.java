package io.github.predella.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.config.DataSize;
import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.core.PageRequest;
import io.github.predella.images.Image.Status;
import io.github.predella.images.LedgerFixture.Setup;
import io.github.predella.quota.QuotaSettings;
import io.github.predella.store.ObjectName;
import io.github.predella.testing.Callers;
import io.github.predella.testing.Images;
import io.github.predella.testing.MemoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Deletion while the data is kept, what takes it back, and the end of both. */
class DisposalServiceTest {

    private static final Caller ALICE = Callers.member("p1");
    private static final Caller ADMIN = Callers.admin("elsewhere");

    private LedgerFixture ledger = new LedgerFixture(Setup.standard().keepingData());

    private MemoryStore store(String id) {
        return (MemoryStore) ledger.stores.get(id);
    }

    /** An active image with one byte in each of the stores. */
    private Image imageIn(String... stores) throws IOException {
        var image = Images.active().sized(1);
        String id = image.done().id();
        for (String store : stores) {
            try (var writer = store(store).create(new ObjectName(id), OptionalLong.of(1))) {
                writer.accept(new byte[1], 0, 1);
                image.storedIn(store, writer.commit().location().address());
            }
        }
        return ledger.store(image);
    }

    private void assertRefused(Fault.Kind kind, Executable act) {
        assertEquals(kind, assertThrows(Fault.class, act).kind());
    }

    private void scrub() {
        ledger.scrubbing.run(() -> true);
    }

    private Status status(Image image) {
        return ledger.rows
                .all()
                .filter(other -> other.id().equals(image.id()))
                .findFirst()
                .orElseThrow()
                .status();
    }

    @Test
    void deletedImageIsGoneForEverybodyAndItsDataStays() throws IOException {
        var image = imageIn("fast");

        ledger.deletions.delete(ALICE, image.id());
        ledger.removal.removeAll();

        assertRefused(Fault.Kind.NOT_FOUND, () -> ledger.images.get(ADMIN, image.id()));
        assertRefused(Fault.Kind.NOT_FOUND, () -> ledger.deletions.delete(ADMIN, image.id()));
        assertEquals(1, store("fast").count());
        assertEquals(1, ledger.deleted.size());
    }

    @Test
    void strangersDeleteNothing() throws IOException {
        var image = imageIn("fast");

        assertRefused(Fault.Kind.NOT_FOUND, () -> ledger.deletions.delete(Callers.member("p2"), image.id()));

        assertEquals(image, ledger.find(image.id()));
        assertEquals(1, store("fast").count());
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"QUEUED", "SAVING", "UPLOADING", "IMPORTING", "KILLED"})
    void imageWithoutItsDataIsNotKept(Status status) {
        var image = ledger.store(Images.in(status));

        assertFalse(ledger.disposals.delete(ALICE, image.id()).kept());

        assertEquals(Status.DELETED, status(image));
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"ACTIVE", "DEACTIVATED"})
    void administratorTakesADeletionBack(Status status) {
        var image = ledger.store(Images.in(status).tagged("t").with("k", "1").storedIn("fast", "memory://fast/x"));
        ledger.offer(image, "p2", Member.Status.ACCEPTED);
        ledger.deletions.delete(ALICE, image.id());

        ledger.disposals.restore(ADMIN, image.id());

        assertEquals(image, ledger.find(image.id()).updatedAt(image.updatedAt()));
        assertEquals(ledger.clock.instant(), ledger.find(image.id()).updatedAt());
        assertTrue(ledger.rows.isMember(image.id(), "p2"));
    }

    @Test
    void othersAreToldWhatEverybodyIsTold() throws IOException {
        var image = imageIn("fast");
        ledger.deletions.delete(ALICE, image.id());
        var reader = new Caller("u", "p1", null, false, Set.of("admin"), Set.of(), null, true, "req-1");

        assertRefused(Fault.Kind.NOT_FOUND, () -> ledger.disposals.restore(Callers.reader("p1"), image.id()));
        assertRefused(Fault.Kind.NOT_FOUND, () -> ledger.disposals.restore(Callers.member("p2"), image.id()));
        assertRefused(Fault.Kind.FORBIDDEN, () -> ledger.disposals.restore(reader, image.id()));
    }

    @Test
    void memberTakesADeletionOfTheProjectBack() throws IOException {
        var image = imageIn("fast");
        ledger.deletions.delete(ALICE, image.id());

        ledger.disposals.restore(ALICE, image.id());

        assertEquals(Status.ACTIVE, ledger.find(image.id()).status());
    }

    @Test
    void ruleMayKeepDeletionsForAdministrators(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("policy.yaml"), "restore_image: role:admin");
        ledger = new LedgerFixture(Setup.standard().keepingData().ruledFrom(directory));
        var image = imageIn("fast");
        ledger.deletions.delete(ALICE, image.id());

        assertRefused(Fault.Kind.NOT_FOUND, () -> ledger.disposals.restore(ALICE, image.id()));
        assertEquals(
                List.of(),
                ledger.disposals.kept(ALICE, false, new PageRequest(1, null)).items());
        ledger.disposals.restore(ADMIN, image.id());

        assertEquals(Status.ACTIVE, ledger.find(image.id()).status());
    }

    @Test
    void onlyDeletedImagesAreRestored() throws IOException {
        var image = imageIn("fast");

        assertRefused(Fault.Kind.CONFLICT, () -> ledger.disposals.restore(ADMIN, image.id()));
        assertRefused(Fault.Kind.NOT_FOUND, () -> ledger.disposals.restore(Callers.member("p2"), image.id()));
        assertRefused(Fault.Kind.NOT_FOUND, () -> ledger.disposals.restore(ADMIN, "nowhere"));
    }

    @Test
    void projectThatIsFullGetsNothingBack() throws IOException {
        var quota = new QuotaSettings(1, -1, -1, -1, new DataSize(0), null, false);
        ledger = new LedgerFixture(Setup.standard().keepingData().with(quota));
        var image = imageIn("fast");
        ledger.deletions.delete(ALICE, image.id());
        ledger.store(Images.queued());

        assertRefused(Fault.Kind.TOO_LARGE, () -> ledger.disposals.restore(ADMIN, image.id()));
    }

    @Test
    void storageIsCountedForEveryCopy() throws IOException {
        var quota = new QuotaSettings(-1, -1, -1, -1, new DataSize(2), null, false);
        ledger = new LedgerFixture(Setup.standard().keepingData().with(quota));
        var image = imageIn("fast", "slow");
        ledger.deletions.delete(ALICE, image.id());
        var other = imageIn("fast");

        assertRefused(Fault.Kind.TOO_LARGE, () -> ledger.disposals.restore(ADMIN, image.id()));
        ledger.deletions.delete(ALICE, other.id());
        ledger.disposals.restore(ADMIN, image.id());

        assertEquals(2, ledger.find(image.id()).locations().size());
    }

    @Test
    void dataGoesWhenItsTimeIsOver() throws IOException {
        var image = imageIn("fast", "slow");
        ledger.deletions.delete(ALICE, image.id());
        ledger.clock.advance(Duration.ofSeconds(59));

        scrub();
        assertEquals(2, store("fast").count() + store("slow").count());
        ledger.clock.advance(Duration.ofSeconds(1));
        scrub();

        assertEquals(0, store("fast").count() + store("slow").count());
        assertEquals(Status.DELETED, status(image));
        assertRefused(Fault.Kind.NOT_FOUND, () -> ledger.disposals.restore(ADMIN, image.id()));
    }

    @Test
    void dataThatIsGoneAlreadyCountsAsRemoved() throws IOException {
        var image = imageIn("fast");
        ledger.deletions.delete(ALICE, image.id());
        store("fast").discard(new ObjectName(image.id()));
        ledger.clock.advance(Duration.ofSeconds(60));

        scrub();

        assertEquals(Status.DELETED, status(image));
    }

    @Test
    void dataThatCannotBeRemovedIsTriedAgainAndDoesNotComeBack() throws IOException {
        var lost = ledger.store(Images.active().storedIn("lost", "tape://1"));
        var image = imageIn("fast");
        ledger.deletions.delete(ALICE, lost.id());
        ledger.deletions.delete(ALICE, image.id());
        ledger.clock.advance(Duration.ofSeconds(60));

        scrub();

        assertEquals(Status.PENDING_DELETE, status(lost));
        assertEquals(Status.DELETED, status(image));
        assertRefused(Fault.Kind.CONFLICT, () -> ledger.disposals.restore(ADMIN, lost.id()));
        assertEquals(List.of(lost.id()), ledger.bin.due(ledger.clock.instant(), "", 10));
    }

    @Test
    void restoredImageIsNotScrubbed() throws IOException {
        var image = imageIn("fast");
        ledger.deletions.delete(ALICE, image.id());
        ledger.clock.advance(Duration.ofSeconds(60));
        ledger.disposals.restore(ADMIN, image.id());

        scrub();

        assertEquals(1, store("fast").count());
        assertEquals(Status.ACTIVE, status(image));
    }

    @Test
    void lookThatLosesItsLeaseStops() throws IOException {
        for (int i = 0; i < 5; i++) {
            ledger.deletions.delete(ALICE, imageIn("fast").id());
        }
        ledger.clock.advance(Duration.ofSeconds(60));
        var asked = new AtomicInteger();

        ledger.scrubbing.run(() -> asked.incrementAndGet() <= 1);

        assertEquals(3, store("fast").count());
    }

    @Test
    void administratorSeesWhatCanComeBackAndUntilWhen() throws IOException {
        var first = imageIn("fast");
        var second = ledger.store(Images.in(Status.DEACTIVATED).ownedBy("p2").storedIn("fast", "memory://fast/x"));
        ledger.deletions.delete(ALICE, first.id());
        ledger.clock.advance(Duration.ofSeconds(1));
        ledger.deletions.delete(Callers.member("p2"), second.id());
        ledger.store(Images.active());
        var all = new PageRequest(10, null);

        var kept = ledger.disposals.kept(ADMIN, true, all).items();

        assertEquals(List.of(second.id(), first.id()), ids(kept));
        assertEquals(Status.DEACTIVATED, kept.get(0).former());
        assertEquals(ledger.clock.instant(), kept.get(0).deletedAt());
        assertEquals(ledger.clock.instant().plusSeconds(60), kept.get(0).keptUntil());
        assertTrue(kept.get(0).whole());
        assertEquals(List.of(), ids(ledger.disposals.kept(ADMIN, false, all).items()));
        assertEquals(
                List.of(first.id()),
                ids(ledger.disposals.kept(Callers.admin("p1"), false, all).items()));
        assertTrue(ledger.disposals.kept(ADMIN, true, new PageRequest(1, null)).full());
    }

    private static List<String> ids(List<DisposalService.Kept> kept) {
        return kept.stream().map(one -> one.image().id()).toList();
    }

    @Test
    void whoMayNotTakeDeletionsBackSeesNone() throws IOException {
        ledger.deletions.delete(ALICE, imageIn("fast").id());

        for (boolean everybody : new boolean[] {true, false}) {
            var page = ledger.disposals.kept(Callers.reader("p1"), everybody, new PageRequest(1, null));

            assertEquals(List.of(), page.items());
            assertFalse(page.full());
        }
    }

    @Test
    void membersSeeTheDeletionsOfTheirProjectOnly() throws IOException {
        var image = imageIn("fast");
        ledger.deletions.delete(ALICE, image.id());
        var page = new PageRequest(10, null);

        assertEquals(
                List.of(image.id()),
                ids(ledger.disposals.kept(ALICE, true, page).items()));
        assertEquals(
                List.of(),
                ids(ledger.disposals.kept(Callers.member("p2"), true, page).items()));
        assertEquals(
                List.of(),
                ids(ledger.disposals.kept(Callers.anonymous(), true, page).items()));
    }
}
