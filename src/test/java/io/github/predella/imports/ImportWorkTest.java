package io.github.predella.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.predella.core.Jsons;
import io.github.predella.data.Staged;
import io.github.predella.data.StagingRecordService;
import io.github.predella.flow.DigestValues;
import io.github.predella.images.Image;
import io.github.predella.images.ImageContent;
import io.github.predella.images.ImageLocation;
import io.github.predella.images.LedgerFixture;
import io.github.predella.tasks.Task;
import io.github.predella.testing.Images;
import io.github.predella.testing.MemoryStagingNotes;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes of an image whose import lost its process. */
class ImportWorkTest {

    private static final List<String> STORES = List.of("fast", "slow");

    private final LedgerFixture ledger = new LedgerFixture();
    private final MemoryStagingNotes notes = new MemoryStagingNotes();
    private final StagingRecordService staging = new StagingRecordService(ledger.staging, notes, ledger.clock);
    private final ImportWork work = new ImportWork(
            null,
            new ImportMethods(List.of("glance-direct"), Stream.of(new DirectImport(staging, null))),
            ledger.imports,
            ledger.importRoom,
            staging,
            ledger.removal,
            ledger.registry);
    private final String taskId = UUID.randomUUID().toString();

    private Task task(Image image) {
        var request = Jsons.object()
                .add("method", Jsons.object().add("name", "glance-direct"))
                .build();
        return new Task(
                taskId,
                Task.Type.API_IMAGE_IMPORT,
                Task.Status.PROCESSING,
                "p1",
                image.id(),
                "u1",
                "req-1",
                TaskInput.of(image.id(), ImportRequest.of(request), STORES, Set.of()),
                null,
                "",
                Images.NOON,
                Images.NOON,
                null);
    }

    /** Converted to twice its size. */
    private Image half(Image.Status status) {
        var digests = new DigestValues("c", "sha512", "v");
        var image = ledger.store(Images.in(status)
                .with("os_glance_import_task", taskId)
                .storedIn("fast", "memory://fast/x")
                .content(new ImageContent(200L, null, "c", "sha512", "v")));
        notes.begin(image.id(), "area", Images.NOON);
        notes.complete(Staged.complete(image.id(), "area", 100, digests, List.of()), Images.NOON);
        return image;
    }

    @Test
    void anImageThatWasStillWaitingWaitsForAnotherTry() throws IOException {
        var image = half(Image.Status.IMPORTING);

        work.abandoned(task(image), "gone");

        var after = ledger.find(image.id());
        assertEquals(Image.Status.UPLOADING, after.status());
        assertEquals(new ImageContent(100L, null, null, null, null), after.content());
        assertEquals(
                0, after.locations().stream().filter(ImageLocation::isReadable).count());
    }

    @Test
    void anImageThatHasItsDataKeepsIt() throws IOException {
        var image = half(Image.Status.ACTIVE);

        work.abandoned(task(image), "gone");

        var after = ledger.find(image.id());
        assertEquals(Image.Status.ACTIVE, after.status());
        assertEquals(image.content(), after.content());
        assertEquals(
                1, after.locations().stream().filter(ImageLocation::isReadable).count());
        assertEquals(false, after.details().properties().containsKey("os_glance_import_task"));
    }
}
