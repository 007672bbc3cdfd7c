package io.github.predella.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.core.Jsons;
import io.github.predella.data.Staged;
import io.github.predella.data.StagingRecordService;
import io.github.predella.flow.DigestValues;
import io.github.predella.images.Image;
import io.github.predella.images.ImageContent;
import io.github.predella.images.ImageLocation;
import io.github.predella.images.LedgerFixture;
import io.github.predella.images.ReadableCopies;
import io.github.predella.store.Location;
import io.github.predella.store.ObjectName;
import io.github.predella.store.ObjectStore;
import io.github.predella.store.StoreFault;
import io.github.predella.tasks.Task;
import io.github.predella.testing.Images;
import io.github.predella.testing.MemoryStagingNotes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
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
            new ImportMethods(List.of(), Stream.of(new DirectImport(staging, null), new CopyImage(null, null))),
            ledger.imports,
            ledger.importRoom,
            staging,
            ledger.removal,
            ledger.registry,
            new ReadableCopies(ledger.registry));
    private final String taskId = UUID.randomUUID().toString();

    private Task task(Image image) {
        return task(image, "glance-direct");
    }

    private Task task(Image image, String method) {
        var request =
                Jsons.object().add("method", Jsons.object().add("name", method)).build();
        return new Task(
                taskId,
                Task.Type.API_IMAGE_IMPORT,
                Task.Status.PROCESSING,
                "p1",
                image.id(),
                "u1",
                "req-1",
                TaskInput.of(image.id(), ImportRequest.of(request), STORES, Set.of(), null),
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

    @Test
    void dataThatWasThereBeforeStaysAlsoWhenItsRowNamesNoStore() throws IOException {
        String id = UUID.randomUUID().toString();
        var fast = ledger.registry.byId("fast").orElseThrow().store();
        var place = stored(fast, id);
        var image = ledger.store(Images.active().id(id).with("os_glance_import_task", taskId));
        ledger.rows.update(
                image, image.with(List.of(new ImageLocation(null, place.address(), Map.of(), ImageLocation.ACTIVE))));

        work.abandoned(task(image, "copy-image"), "gone");

        assertEquals(OptionalLong.of(3), fast.size(place));
        var after = ledger.find(id);
        assertEquals(1, after.readable().size());
        assertEquals(false, after.details().properties().containsKey("os_glance_import_task"));
    }

    @Test
    void dataThatIsKeptForADeletedImageStays() throws IOException {
        String id = UUID.randomUUID().toString();
        var fast = ledger.registry.byId("fast").orElseThrow().store();
        var slow = ledger.registry.byId("slow").orElseThrow().store();
        var registered = stored(fast, id);
        var unregistered = stored(slow, id);
        var image = ledger.store(
                Images.active().id(id).with("os_glance_import_task", taskId).storedIn("fast", registered.address()));
        ledger.rows.markGone(id, Image.Status.ACTIVE, Image.Status.PENDING_DELETE, Images.NOON);

        work.abandoned(task(image), "gone");

        assertEquals(OptionalLong.of(3), fast.size(registered));
        assertThrows(StoreFault.class, () -> slow.size(unregistered));
    }

    private static Location stored(ObjectStore store, String id) {
        try (var writer = store.create(new ObjectName(id), OptionalLong.empty())) {
            writer.accept(new byte[] {1, 2, 3}, 0, 3);
            return writer.commit().location();
        }
    }
}
