package io.github.predella.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.images.Image;
import io.github.predella.images.ImageContent;
import io.github.predella.store.ObjectName;
import io.github.predella.store.StoreFault;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.Callers;
import io.github.predella.testing.Images;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A stored copy is read again and compared with what is known of its image. */
class CopyVerificationTest {

    private static final byte[] DATA = Bytes.noise(5000);
    private static final Caller ADMIN = Callers.admin("p9");

    private final LocationFixture all = new LocationFixture();

    @Test
    void goodCopyIsToldToBeGood() throws IOException {
        var image = stored(DATA);

        assertEquals("good", verdict(image));

        assertTrue(all.lastWords().contains("is the image's data"), all.lastWords());
    }

    @Test
    void damagedCopyIsToldAndStays() throws IOException {
        byte[] damaged = DATA.clone();
        damaged[4000] ^= 1;
        var image = stored(damaged);

        assertEquals("bad", verdict(image));

        assertTrue(all.lastWords().contains("NOT the image's data"), all.lastWords());
        assertEquals(image, all.image(image.id()));
    }

    @Test
    void copyOfAnotherLengthIsBad() throws IOException {
        assertEquals("bad", verdict(stored(Arrays.copyOf(DATA, 4999))));
        assertEquals("bad", verdict(stored(Arrays.copyOf(DATA, 5001))));
    }

    @Test
    void missingCopyIsToldToBeMissing() throws IOException {
        var image = stored(DATA);
        all.ledger.stores.get("fast").discard(new ObjectName(image.id()));

        assertEquals("missing", verdict(image));
    }

    @Test
    void storeThatDoesNotAnswerSaysNothingAboutTheCopy() throws IOException {
        var image = all.ledger.store(Images.active()
                .content(content())
                .storedIn("web", all.ledger.web.show(DATA).address()));
        all.service.verify(ADMIN, image.id(), "web");
        all.ledger.web.onOpen(() -> {
            throw StoreFault.unavailable("web", "the server does not answer", null);
        });

        assertEquals(Fault.Kind.UNAVAILABLE, all.refusal(all.next()));
    }

    @Test
    void copyThatIsRemovedMeanwhileIsNotJudged() throws IOException {
        var image = all.ledger.store(Images.active()
                .content(content())
                .storedIn("web", all.ledger.web.show(new byte[1]).address()));
        all.service.verify(ADMIN, image.id(), "web");
        all.ledger.web.onOpen(() -> all.ledger.disposals.delete(ADMIN, image.id()));

        assertEquals(Fault.Kind.GONE, all.refusal(all.next()));
    }

    @Test
    void onlyWhoMayCopyImagesMayVerifyThem() throws IOException {
        var image = stored(DATA);

        var owner = assertThrows(Fault.class, () -> all.service.verify(Callers.member("p1"), image.id(), "fast"));
        var stranger = assertThrows(Fault.class, () -> all.service.verify(Callers.member("p3"), image.id(), "fast"));

        assertEquals(Fault.Kind.FORBIDDEN, owner.kind());
        assertEquals(Fault.Kind.NOT_FOUND, stranger.kind());
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        var waiting = all.ledger.store(Images.queued());
        var unmeasured = all.ledger.store(Images.active().sized(1).storedIn("fast", "memory://fast/x"));
        var strange = all.ledger.store(Images.active()
                .content(new ImageContent(1L, null, null, "whirlpool", "00"))
                .storedIn("fast", "memory://fast/x"));

        assertEquals(Fault.Kind.CONFLICT, refusal(waiting, "fast"));
        assertEquals(Fault.Kind.CONFLICT, refusal(unmeasured, "fast"));
        assertEquals(Fault.Kind.CONFLICT, refusal(strange, "fast"));
        assertEquals(Fault.Kind.NOT_FOUND, refusal(unmeasured, "slow"));
        assertEquals(Fault.Kind.NOT_FOUND, refusal(unmeasured, "os_glance_staging_store"));
    }

    private Fault.Kind refusal(Image image, String store) {
        return assertThrows(Fault.class, () -> all.service.verify(ADMIN, image.id(), store))
                .kind();
    }

    private String verdict(Image image) throws IOException {
        var task = all.service.verify(ADMIN, image.id(), "fast");
        assertEquals(task.id(), all.next().id());
        return all.run(task).getString("copy");
    }

    private Image stored(byte[] bytes) {
        var image = Images.active().content(content());
        String id = image.done().id();
        try (var writer = all.ledger.stores.get("fast").create(new ObjectName(id), OptionalLong.empty())) {
            writer.accept(bytes, 0, bytes.length);
            image.storedIn("fast", writer.commit().location().address());
        }
        return all.ledger.store(image);
    }

    private static ImageContent content() {
        try {
            var digest = MessageDigest.getInstance("SHA-512").digest(DATA);
            return new ImageContent(
                    (long) DATA.length, null, null, "sha512", HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError(missing);
        }
    }
}
