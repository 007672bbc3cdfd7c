package io.github.predella.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.images.Image;
import io.github.predella.images.ImageLocation;
import io.github.predella.images.ImportMarks;
import io.github.predella.store.StoreFault;
import io.github.predella.tasks.Task;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.Callers;
import io.github.predella.testing.Images;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Data that others have stored becomes an image's (images-api, "POST /images/{id}/locations"). */
class LocationAdoptionTest {

    private static final byte[] DATA = Bytes.noise(50);
    private static final Caller SERVICE = Callers.inProject("p1", "service", "member", "reader");

    private final LocationFixture all = new LocationFixture();

    @Test
    void imageBelongsToTheTaskAtOnce() {
        var image = waiting(all);

        all.service.submit(
                SERVICE, image.id(), request(all.ledger.web.show(DATA).address()));

        var taken = all.image(image.id());
        assertEquals(Image.Status.IMPORTING, taken.status());
        assertEquals(Optional.of(all.next().id()), ImportMarks.holder(taken));
    }

    @Test
    void dataIsThereAtOnceAndItsHashAfterwards() throws IOException {
        var image = submitted(all, request(all.ledger.web.show(DATA).address()));
        all.ledger.web.onOpen(() -> {
            assertEquals(Image.Status.ACTIVE, all.image(image.id()).status());
            assertEquals(Optional.empty(), ImportMarks.holder(all.image(image.id())));
        });

        var result = all.run(all.next());

        assertEquals(image.id(), result.getString("image_id"));
        var content = all.image(image.id()).content();
        assertEquals(DATA.length, content.size());
        assertEquals("sha512", content.hashAlgorithm());
        assertEquals(hash("SHA-512"), content.hashValue());
        assertEquals(hash("MD5"), content.checksum());
    }

    @Test
    void claimedDataIsReadBeforeAnybodyGetsIt() throws IOException {
        String value = hash("SHA-256").toUpperCase(Locale.ROOT);
        var image = submitted(all, request(all.ledger.web.show(DATA).address(), "sha256", value));
        all.ledger.web.onOpen(() -> {
            assertEquals(Image.Status.IMPORTING, all.image(image.id()).status());
            assertTrue(all.image(image.id()).locations().isEmpty());
        });

        all.run(all.next());

        var active = all.image(image.id());
        assertEquals(Image.Status.ACTIVE, active.status());
        assertEquals(hash("SHA-256"), active.content().hashValue());
        assertEquals(1, active.locations().size());
        assertFalse(all.hasNext());
    }

    @Test
    void dataThatIsNotWhatItIsSaidToBeIsRefused() throws IOException {
        var image = submitted(all, request(all.ledger.web.show(DATA).address(), "sha256", "0".repeat(64)));

        assertEquals(Fault.Kind.CHECKSUM_MISMATCH, all.refusal(all.next()));

        assertWaitsAgain(image);
    }

    @Test
    void withoutHashingClaimsAreTakenAsTheyAre() throws IOException {
        var trusting = new LocationFixture(new LocationSettings(false, 0));
        trusting.ledger.web.onOpen(() -> {
            throw new AssertionError("the data is read");
        });
        var claimed = submitted(trusting, request(trusting.ledger.web.show(DATA).address(), "md5", "0".repeat(32)));
        var task = trusting.next();
        var silent = submitted(trusting, request(trusting.ledger.web.show(DATA).address()));

        trusting.run(task);
        trusting.run(trusting.next());

        assertEquals("0".repeat(32), trusting.image(claimed.id()).content().hashValue());
        assertEquals("0".repeat(32), trusting.image(claimed.id()).content().checksum());
        assertNull(trusting.image(silent.id()).content().hashValue());
        assertEquals(Image.Status.ACTIVE, trusting.image(silent.id()).status());
    }

    @Test
    void whatCannotBeReadNowIsTriedAgain() throws IOException {
        var tries = new AtomicInteger();
        var image = submitted(all, request(all.ledger.web.show(DATA).address(), "sha256", hash("SHA-256")));
        all.ledger.web.onOpen(() -> {
            if (tries.incrementAndGet() < 3) {
                throw StoreFault.unavailable("web", "the server does not answer", null);
            }
        });

        all.run(all.next());

        assertEquals(3, tries.get());
        assertEquals(Image.Status.ACTIVE, all.image(image.id()).status());
    }

    @Test
    void whatNeverCanBeReadFailsInTheEnd() throws IOException {
        var image = submitted(all, request(all.ledger.web.show(DATA).address(), "sha256", hash("SHA-256")));
        all.ledger.web.onOpen(() -> {
            throw StoreFault.unavailable("web", "the server does not answer", null);
        });

        assertEquals(Fault.Kind.UNAVAILABLE, all.refusal(all.next()));

        assertWaitsAgain(image);
    }

    @Test
    void activeImageIsNotHarmedByAHashThatCannotBeComputed() throws IOException {
        var image = submitted(all, request(all.ledger.web.show(DATA).address()));
        all.ledger.web.onOpen(() -> {
            throw StoreFault.unavailable("web", "the server does not answer", null);
        });

        all.run(all.next());

        assertEquals(Image.Status.ACTIVE, all.image(image.id()).status());
        assertNull(all.image(image.id()).content().hashValue());
        assertTrue(all.lastWords().contains("has no hash"), all.lastWords());
    }

    @Test
    void missingDataLeavesTheImageWaiting() throws IOException {
        var image = submitted(all, request("memory://web/nothing"));

        assertEquals(Fault.Kind.NOT_FOUND, all.refusal(all.next()));

        assertWaitsAgain(image);
        assertEquals(Set.of("web"), ImportMarks.failed(all.image(image.id())));
    }

    @Test
    void tooMuchDataLeavesTheImageWaiting() throws IOException {
        var image = submitted(all, request(all.ledger.web.show(new byte[101]).address()));

        assertEquals(Fault.Kind.TOO_LARGE, all.refusal(all.next()));

        assertWaitsAgain(image);
    }

    @Test
    void roomIsReservedWhileDataIsReadAndNotAfterwards() throws IOException {
        var image = submitted(all, request(all.ledger.web.show(DATA).address(), "sha256", hash("SHA-256")));
        submitted(all, request(all.ledger.web.show(DATA).address(), "sha256", "0".repeat(64)));
        all.ledger.web.onOpen(() -> assertEquals(1, all.ledger.data.running().size()));

        all.run(all.next());
        all.refusal(all.next());

        assertEquals(Image.Status.ACTIVE, all.image(image.id()).status());
        assertEquals(List.of(), all.ledger.data.running());
    }

    @Test
    void storeThatIsGoneWhenTheWorkBeginsLeavesTheImageWaiting() throws IOException {
        var image = submitted(all, request(all.ledger.web.show(DATA).address()));

        assertEquals(Fault.Kind.INVALID, all.refusal(withUrl(all.next(), "gone://web/x")));

        assertWaitsAgain(image);
    }

    @Test
    void deletionEndsTheWork() throws IOException {
        var image = submitted(all, request(all.ledger.web.show(DATA).address(), "sha256", hash("SHA-256")));
        all.ledger.web.onOpen(() -> all.ledger.disposals.delete(SERVICE, image.id()));

        assertEquals(Fault.Kind.GONE, all.refusal(all.next()));
    }

    @Test
    void workThatWasCutOffFreesItsImage() {
        var image = submitted(all, request(all.ledger.web.show(DATA).address(), "sha256", hash("SHA-256")));
        var task = all.next();

        all.work.abandoned(task, "as the test wants it");
        all.work.abandoned(task, "as the test wants it");

        assertWaitsAgain(image);
        assertFalse(all.hasNext());
    }

    @Test
    void hashThatWasCutOffIsComputedByAnotherTask() throws IOException {
        var image = submitted(all, request(all.ledger.web.show(DATA).address()));
        var task = all.next();
        all.ledger.web.onOpen(() -> {
            throw StoreFault.unavailable("web", "the server does not answer", null);
        });
        all.run(task);
        all.ledger.web.onOpen(() -> {});

        all.work.abandoned(task, "as the test wants it");
        all.run(all.next());

        assertEquals(hash("SHA-512"), all.image(image.id()).content().hashValue());
    }

    @Test
    void hashThatWasStoppedIsComputedByAnotherTask() throws IOException {
        var image = submitted(all, request(all.ledger.web.show(DATA).address()));
        var stopped = new Fault(Fault.Kind.UNAVAILABLE, "stopped");
        all.ledger.web.onOpen(() -> {
            all.checkpoint = () -> {
                throw stopped;
            };
            throw StoreFault.unavailable("web", "the server does not answer", null);
        });

        assertEquals(Fault.Kind.UNAVAILABLE, all.refusal(all.next()));
        all.checkpoint = () -> {};
        all.ledger.web.onOpen(() -> {});
        all.run(all.next());

        assertEquals(hash("SHA-512"), all.image(image.id()).content().hashValue());
    }

    @Test
    void hashThatKillsProcessesIsGivenUp() throws IOException {
        submitted(all, request(all.ledger.web.show(DATA).address()));
        var task = all.next();
        all.ledger.web.onOpen(() -> {
            throw StoreFault.unavailable("web", "the server does not answer", null);
        });
        all.run(task);

        int lives = 0;
        all.work.abandoned(task, "dead");
        while (all.hasNext()) {
            lives++;
            all.work.abandoned(all.next(), "dead");
        }

        assertEquals(3, lives);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/hosts", "swift+config://a/b/c", "memory://fast/x", "nonsense"})
    void servicesNameOnlyWhatAStoreTakesOver(String url) {
        var image = waiting(all);

        var refusal = assertThrows(Fault.class, () -> all.service.submit(SERVICE, image.id(), request(url)));

        assertEquals(Fault.Kind.INVALID, refusal.kind());
        assertEquals(image, all.image(image.id()));
    }

    @Test
    void onlyServicesNameWhatIsNotOnTheWeb() {
        var image = waiting(all);
        var request = request(all.ledger.web.show(DATA).address());
        var alone = Callers.member("p1");

        var refusal = assertThrows(Fault.class, () -> all.service.submit(alone, image.id(), request));
        all.service.submit(Callers.withService(alone, "service"), image.id(), request);

        assertEquals(Fault.Kind.FORBIDDEN, refusal.kind());
        assertEquals(Image.Status.IMPORTING, all.image(image.id()).status());
    }

    @ParameterizedTest
    @EnumSource(
            value = Image.Status.class,
            names = {"QUEUED", "KILLED", "PENDING_DELETE", "DELETED"},
            mode = EnumSource.Mode.EXCLUDE)
    void onlyWaitingImagesGetTheirDataSo(Image.Status status) {
        var image = all.ledger.store(Images.in(status));

        var refusal =
                assertThrows(Fault.class, () -> all.service.submit(SERVICE, image.id(), request("memory://web/x")));

        assertEquals(Fault.Kind.CONFLICT, refusal.kind());
    }

    @Test
    void strangersLearnNothingFromTheStatus() {
        var image = all.ledger.store(Images.queued().privately());

        var refusal = assertThrows(
                Fault.class,
                () -> all.service.submit(Callers.inProject("p4", "service"), image.id(), request("memory://web/x")));

        assertEquals(Fault.Kind.NOT_FOUND, refusal.kind());
    }

    @Test
    void malformedHashesAndMissingFormatsAreRefusedAtOnce() {
        var image = waiting(all);
        var bare = all.ledger.store(Images.queued().formats(null, null));

        var hash = assertThrows(
                Fault.class,
                () -> all.service.submit(SERVICE, image.id(), request("memory://web/x", "sha256", "0".repeat(63))));
        var formats =
                assertThrows(Fault.class, () -> all.service.submit(SERVICE, bare.id(), request("memory://web/x")));

        assertEquals(Fault.Kind.INVALID, hash.kind());
        assertEquals(Fault.Kind.INVALID, formats.kind());
    }

    private static Image waiting(LocationFixture fixture) {
        return fixture.ledger.store(Images.queued());
    }

    private static Image submitted(LocationFixture fixture, LocationRequest request) {
        var image = waiting(fixture);
        fixture.service.submit(SERVICE, image.id(), request);
        return image;
    }

    private static LocationRequest request(String url) {
        return new LocationRequest(url, Optional.empty());
    }

    private static LocationRequest request(String url, String algorithm, String value) {
        return new LocationRequest(
                url, Optional.of(new LocationRequest.Claim(algorithm, value.toLowerCase(Locale.ROOT))));
    }

    private static Task withUrl(Task task, String url) {
        return new Task(
                task.id(),
                task.type(),
                task.status(),
                task.owner(),
                task.imageId(),
                task.userId(),
                task.requestId(),
                request(url).input(task.imageId()),
                null,
                "",
                task.createdAt(),
                task.updatedAt(),
                null);
    }

    private void assertWaitsAgain(Image before) {
        var image = all.image(before.id());
        assertEquals(Image.Status.QUEUED, image.status());
        assertEquals(List.<ImageLocation>of(), image.locations());
        assertNull(image.content().size());
        assertEquals(Optional.empty(), ImportMarks.holder(image));
    }

    private static String hash(String algorithm) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(DATA));
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError(missing);
        }
    }
}
