package io.github.predella.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.images.DataLedger.RunningUpload;
import io.github.predella.images.Image.Status;
import io.github.predella.testing.Images;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every {@link DataLedger} promises. */
public interface DataLedgerContract {

    /** The ledger of images, empty when a test begins. */
    ImageRepository images();

    /** The notes about their data. */
    DataLedger data();

    /** Runs work in one transaction. */
    <T> T in(Supplier<T> work);

    default void begin(RunningUpload upload) {
        in(() -> {
            data().begin(upload, 0, Images.NOON);
            return null;
        });
    }

    /** A stored image, ended at once, that had its data at these places of store s. */
    default String gone(Status last, String... urls) {
        var image = Images.active();
        for (String url : urls) {
            image.storedIn("s", url);
        }
        var done = image.done();
        in(() -> {
            images().insert(done);
            return images().markGone(done.id(), Status.ACTIVE, last, Images.NOON);
        });
        return done.id();
    }

    @Test
    default void aRunningUploadIsNotedUntilItsNodeEndsIt() {
        var upload = new RunningUpload("i1", "node-a", "fast");
        begin(upload);

        assertEquals(List.of(upload), in(() -> data().running()));
        assertFalse(in(() -> data().end("i1", "node-b")));
        assertTrue(in(() -> data().end("i1", "node-a")));
        assertFalse(in(() -> data().end("i1", "node-a")));
        assertEquals(List.of(), in(() -> data().running()));
    }

    @Test
    default void anImageHasOneUploadAtATime() {
        begin(new RunningUpload("i1", "node-a", "fast"));

        assertThrows(RuntimeException.class, () -> begin(new RunningUpload("i1", "node-b", "fast")));
    }

    @Test
    default void onlyOneNodeTakesAnUploadOver() {
        var upload = new RunningUpload("i1", "dead", "fast");
        begin(upload);

        assertTrue(in(() -> data().takeOver(upload, "node-b")));
        assertFalse(in(() -> data().takeOver(upload, "node-c")));
        assertFalse(in(() -> data().end("i1", "dead")));
        assertEquals(List.of(new RunningUpload("i1", "node-b", "fast")), in(() -> data().running()));
    }

    @Test
    default void copiesOfADeletedImageAreToBeRemoved() {
        var id = gone(Status.DELETED, "file:///a", "file:///b");
        gone(Status.DELETED, "file:///c");

        var copies = in(() -> data().toRemove(id));

        assertEquals(
                List.of("file:///a", "file:///b"),
                copies.stream().map(ImageLocation::url).toList());
        assertEquals(Map.of("store", "s"), copies.get(0).metadata());
    }

    @Test
    default void copiesOfALivingImageStay() {
        var image = Images.active().storedIn("s", "file:///a").done();
        in(() -> {
            images().insert(image);
            return null;
        });

        assertEquals(List.of(), in(() -> data().toRemove(image.id())));
        assertEquals(List.of(), in(() -> data().toRemove(0, 10)));
    }

    @Test
    default void copiesComeInPiecesInTheOrderOfTheirRows() {
        gone(Status.DELETED, "file:///a", "file:///b");
        gone(Status.DELETED, "file:///c");

        var first = in(() -> data().toRemove(0, 2));
        var second = in(() -> data().toRemove(first.get(1).row(), 2));

        assertEquals(
                List.of("file:///a", "file:///b"),
                first.stream().map(ImageLocation::url).toList());
        assertEquals(
                List.of("file:///c"), second.stream().map(ImageLocation::url).toList());
    }

    @Test
    default void imagesThatWaitForTheirDeletionKeepTheirData() {
        gone(Status.PENDING_DELETE, "file:///a");

        assertEquals(List.of(), in(() -> data().toRemove(0, 10)));
    }

    /** A living image with data at two places of store s, the first of which was withdrawn at noon. */
    default Image withdrawn() {
        var image = Images.active()
                .storedIn("s", "file:///a")
                .storedIn("s", "file:///b")
                .done();
        return in(() -> {
            images().insert(image);
            var before = images().find(image.id()).orElseThrow();
            var copies = before.locations();
            images().update(before, before.with(List.of(copies.get(0).withdrawn(), copies.get(1))));
            return images().find(image.id()).orElseThrow();
        });
    }

    /** Where an image has data, and in what state. */
    default List<String> copies(Image image) {
        return in(() -> images().find(image.id()).orElseThrow()).locations().stream()
                .map(location -> location.url() + " " + location.status())
                .toList();
    }

    default void remove(ImageLocation copy) {
        in(() -> {
            data().removed(copy, Images.NOON);
            return null;
        });
    }

    @Test
    default void aWithdrawnCopyStaysWithItsImageUntilItIsGone() {
        var image = withdrawn();

        assertEquals(List.of("file:///a pending_delete", "file:///b active"), copies(image));
        assertEquals(List.of(), in(() -> data().toRemove(0, 10)));
        remove(image.locations().get(0));
        assertEquals(List.of("file:///b active"), copies(image));
        assertEquals(List.of(), in(() -> data().toRemove(0, 10)));
    }

    @Test
    default void aWithdrawnCopyIsPutBackOnce() {
        var image = withdrawn();
        var copy = image.locations().get(0);

        assertTrue(in(() -> data().restore(copy, Images.NOON)));
        assertFalse(in(() -> data().restore(copy, Images.NOON)));

        assertEquals(List.of("file:///a active", "file:///b active"), copies(image));
    }

    @Test
    default void aForgottenWithdrawalIsTakenOverAndNotPutBack() {
        var image = withdrawn();
        var copy = image.locations().get(0);
        var later = Images.NOON.plusSeconds(1);

        assertEquals(0, in(() -> data().takeOverWithdrawn(Images.NOON, later)));
        assertEquals(1, in(() -> data().takeOverWithdrawn(later, later)));
        assertEquals(0, in(() -> data().takeOverWithdrawn(later, later)));

        assertFalse(in(() -> data().restore(copy, later)));
        assertEquals(List.of("file:///b active"), copies(image));
        assertEquals(List.of(copy), in(() -> data().toRemove(0, 10)));
        remove(copy);
        assertEquals(List.of(), in(() -> data().toRemove(0, 10)));
    }

    @Test
    default void aDeletedImageTakesItsWithdrawnCopiesAlong() {
        var image = withdrawn();
        in(() -> images().markGone(image.id(), Status.ACTIVE, Status.DELETED, Images.NOON));

        assertFalse(in(() -> data().restore(image.locations().get(0), Images.NOON)));
        assertEquals(
                List.of("file:///a", "file:///b"),
                in(() -> data().toRemove(0, 10)).stream()
                        .map(ImageLocation::url)
                        .toList());
    }

    @Test
    default void aRemovedCopyIsNotRemovedAgain() {
        var id = gone(Status.DELETED, "file:///a", "file:///b");
        var copies = in(() -> data().toRemove(id));

        in(() -> {
            data().removed(copies.get(0), Images.NOON);
            return null;
        });

        assertEquals(List.of(copies.get(1)), in(() -> data().toRemove(id)));
        assertEquals(List.of(copies.get(1)), in(() -> data().toRemove(0, 10)));
    }
}
