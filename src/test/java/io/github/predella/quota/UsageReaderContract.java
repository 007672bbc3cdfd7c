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

    /** The property that names the stores that an image is yet to reach. */
    String IMPORTING_TO = "os_glance_importing_to_stores";

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
        assertEquals(Usage.NOTHING, in(() -> usage().of("p1")));
        assertEquals(Usage.NOTHING, in(() -> usage().of(null)));
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

        assertEquals(new Usage(3, 0, 10_000_000_007L, 0, 0, 0), in(() -> usage().of("p1")));
        assertEquals(new Usage(1, 0, 1000, 0, 0, 0), in(() -> usage().of(null)));
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

        assertEquals(new Usage(count, uploading, 0, 0, 0, 0), in(() -> usage().of("p1")));
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

        assertEquals(new Usage(2, 2, 0, 5_000_000_007L, 0, 0), in(() -> usage().of("p1")));
        in(() -> data().end(ours.id(), "n"));
        in(() -> images().markGone(theirs.id(), Status.SAVING, Status.DELETED, Images.NOON));
        assertEquals(new Usage(2, 2, 0, 7, 0, 0), in(() -> usage().of("p1")));
        assertEquals(Usage.NOTHING, in(() -> usage().of("p2")));
    }

    @Test
    default void whatIsStagedCountsUntilItIsImported() {
        store(Images.in(Status.UPLOADING).sized(5_000_000_000L));
        store(Images.in(Status.IMPORTING).sized(7));
        store(Images.in(Status.IMPORTING).sized(30).with(IMPORTING_TO, "a,b"));
        store(Images.in(Status.UPLOADING));
        store(Images.in(Status.UPLOADING).sized(1000).ownedBy("p2"));

        assertEquals(new Usage(4, 4, 0, 0, 5_000_000_037L, 0), in(() -> usage().of("p1")));
    }

    @Test
    default void whatIsCopiedToFurtherStoresCountsAsStagedAndAsReceiving() {
        store(Images.active().sized(10).storedIn("a", "file:///a").with(IMPORTING_TO, "b"));
        store(Images.active().sized(500).storedIn("a", "file:///b").with(IMPORTING_TO, ""));
        store(Images.active().sized(500).storedIn("a", "file:///c").with("importing_to_stores", "b"));
        store(Images.in(Status.SAVING).sized(3).with(IMPORTING_TO, "b"));

        assertEquals(new Usage(4, 2, 1010, 0, 13, 0), in(() -> usage().of("p1")));
    }

    @Test
    default void whatIsOnItsWayToTheStagingAreaIsCountedThere() {
        var image = Images.in(Status.UPLOADING).done();
        in(() -> {
            images().insert(image);
            data().begin(new RunningUpload(image.id(), "n", DataLedger.STAGING), 9, Images.NOON);
            return null;
        });

        assertEquals(new Usage(1, 1, 0, 0, 0, 9), in(() -> usage().of("p1")));
    }

    @Test
    default void whatWasReservedLaterCountsInsteadOfWhatWasAnnounced() {
        var image = Images.in(Status.SAVING).done();
        in(() -> {
            images().insert(image);
            data().begin(new RunningUpload(image.id(), "n", "s"), 9, Images.NOON);
            return data().reserve(image.id(), "n", 20);
        });

        assertEquals(new Usage(1, 1, 0, 20, 0, 0), in(() -> usage().of("p1")));
    }

    @ParameterizedTest
    @CsvSource({"DELETED", "PENDING_DELETE"})
    default void whatIsGoneDoesNotCount(Status last) {
        var image = Images.active().sized(5).storedIn("a", "file:///a").done();
        in(() -> {
            images().insert(image);
            return images().markGone(image.id(), Status.ACTIVE, last, Images.NOON);
        });

        assertEquals(Usage.NOTHING, in(() -> usage().of("p1")));
    }
}
