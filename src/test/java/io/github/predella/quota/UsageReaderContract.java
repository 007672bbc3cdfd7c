package io.github.predella.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.predella.images.DataLedger;
import io.github.predella.images.DataLedger.RunningUpload;
import io.github.predella.images.Image.Status;
import io.github.predella.images.ImageRepository;
import io.github.predella.testing.Images;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every {@link UsageReader} promises. */
public interface UsageReaderContract {

    /** The ledger of images, empty when a test begins. */
    ImageRepository images();

    /** The notes about uploads to them. */
    DataLedger data();

    /** What counts them. */
    UsageReader usage();

    /** Runs work in one transaction. */
    <T> T in(Supplier<T> work);

    default void store(Images image) {
        in(() -> {
            images().insert(image.done());
            return null;
        });
    }

    @Test
    default void whoHasNothingUsesNothing() {
        assertEquals(new Usage(0, 0, 0, 0), in(() -> usage().of("p1")));
        assertEquals(new Usage(0, 0, 0, 0), in(() -> usage().of(null)));
    }

    @Test
    default void everyCopyCountsAndOnlyOnesOwn() {
        store(Images.active().sized(5_000_000_000L).storedIn("a", "file:///a").storedIn("b", "file:///b"));
        store(Images.active().sized(7).storedIn("a", "file:///c").privately());
        store(Images.active()
                .sized(100)
                .storedIn("a", "file:///d")
                .ownedBy("p2")
                .publicly());
        store(Images.active().sized(1000).storedIn("a", "file:///e").ownedBy(null));
        store(Images.queued().sized(50));

        assertEquals(new Usage(3, 10_000_000_007L, 0, 0), in(() -> usage().of("p1")));
        assertEquals(new Usage(1, 1000, 0, 0), in(() -> usage().of(null)));
    }

    @ParameterizedTest
    @CsvSource({
        "QUEUED, 1, 0",
        "SAVING, 1, 1",
        "UPLOADING, 1, 1",
        "IMPORTING, 1, 1",
        "ACTIVE, 1, 0",
        "DEACTIVATED, 1, 0",
        "KILLED, 0, 0"
    })
    default void theStatusDecidesWhatCounts(Status status, long count, long uploading) {
        store(Images.in(status));

        assertEquals(new Usage(count, 0, 0, uploading), in(() -> usage().of("p1")));
    }

    @Test
    default void whatUploadsHaveAnnouncedCountsWhileTheyRun() {
        var ours = Images.in(Status.SAVING).done();
        var more = Images.in(Status.SAVING).done();
        var theirs = Images.in(Status.SAVING).ownedBy("p2").done();
        in(() -> {
            List.of(ours, more, theirs).forEach(images()::insert);
            data().begin(new RunningUpload(ours.id(), "n", "s"), 5_000_000_000L, Images.NOON);
            data().begin(new RunningUpload(more.id(), "n", "s"), 7, Images.NOON);
            data().begin(new RunningUpload(theirs.id(), "n", "s"), 100, Images.NOON);
            return null;
        });

        assertEquals(new Usage(2, 0, 5_000_000_007L, 2), in(() -> usage().of("p1")));
        in(() -> data().end(ours.id(), "n"));
        in(() -> images().markGone(theirs.id(), Status.SAVING, Status.DELETED, Images.NOON));
        assertEquals(new Usage(2, 0, 7, 2), in(() -> usage().of("p1")));
        assertEquals(new Usage(0, 0, 0, 0), in(() -> usage().of("p2")));
    }

    @ParameterizedTest
    @CsvSource({"DELETED", "PENDING_DELETE"})
    default void whatIsGoneDoesNotCount(Status last) {
        var image = Images.active().sized(5).storedIn("a", "file:///a").done();
        in(() -> {
            images().insert(image);
            return images().markGone(image.id(), Status.ACTIVE, last, Images.NOON);
        });

        assertEquals(new Usage(0, 0, 0, 0), in(() -> usage().of("p1")));
    }
}
