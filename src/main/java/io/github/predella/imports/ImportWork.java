package io.github.predella.imports;

import io.github.predella.data.Staged;
import io.github.predella.data.StagingRecordService;
import io.github.predella.images.DataRemoval;
import io.github.predella.images.Image;
import io.github.predella.images.ImageLocation;
import io.github.predella.images.ImportMarks;
import io.github.predella.images.ImportRecordService;
import io.github.predella.images.ImportRoomService;
import io.github.predella.images.ReadableCopies;
import io.github.predella.store.ConfiguredStore;
import io.github.predella.store.ObjectName;
import io.github.predella.store.StoreRegistry;
import io.github.predella.tasks.CleanUpFailed;
import io.github.predella.tasks.Task;
import io.github.predella.tasks.TaskRun;
import io.github.predella.tasks.TaskWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Imports as tasks: whatever happens to one, its image is free again afterwards, with all of its data or none. */
@ApplicationScoped
public class ImportWork implements TaskWork {

    private ImportFlow flow;
    private ImportMethods methods;
    private ImportRecordService ledger;
    private ImportRoomService rooms;
    private StagingRecordService staging;
    private DataRemoval removal;
    private StoreRegistry stores;
    private ReadableCopies copies;

    /** For the container's proxy only. */
    protected ImportWork() {}

    @Inject
    public ImportWork(
            ImportFlow flow,
            ImportMethods methods,
            ImportRecordService ledger,
            ImportRoomService rooms,
            StagingRecordService staging,
            DataRemoval removal,
            StoreRegistry stores,
            ReadableCopies copies) {
        this.flow = flow;
        this.methods = methods;
        this.ledger = ledger;
        this.rooms = rooms;
        this.staging = staging;
        this.removal = removal;
        this.stores = stores;
        this.copies = copies;
    }

    @Override
    public Task.Type type() {
        return Task.Type.API_IMAGE_IMPORT;
    }

    @Override
    public JsonObject run(TaskRun run) throws IOException {
        var task = run.task();
        Map<String, String> missed;
        try {
            missed = flow.run(ImportRun.of(run));
        } catch (IOException | RuntimeException | Error failure) {
            undo(task, failure);
            throw failure;
        }
        return ImportResult.of(task.imageId(), missed);
    }

    @Override
    public void abandoned(Task task, String reason) throws IOException {
        var image = ledger.find(task.imageId());
        if (image.filter(found -> ImportMarks.holder(found).equals(Optional.of(task.id())))
                .isPresent()) {
            removeUnregistered(task, recorded(image.get()));
            undo(task);
        } else if (image.isEmpty()) {
            removeUnregistered(task, removal.holders(task.imageId()));
            rooms.end(task.imageId(), task.id());
        }
    }

    private void undo(Task task, Throwable reason) {
        try {
            undo(task);
        } catch (RuntimeException failure) {
            throw new CleanUpFailed(reason, failure);
        }
    }

    /**
     * Takes back what the task has done, unless it has done all of it. Where one store is enough, those that have the
     * data keep it.
     */
    private void undo(Task task) {
        var image = ledger.find(task.imageId());
        if (image.isEmpty()) {
            rooms.end(task.imageId(), task.id());
            return;
        }
        var request = TaskInput.request(task);
        var to = waiting(task);
        Set<String> wanted = new HashSet<>(TaskInput.stores(task));
        // An image that waited for its data and waits no longer has got all that it had to get.
        boolean enough = copies.holders(image.get()).containsAll(wanted)
                || (image.get().status() != Image.Status.IMPORTING && (to != null || !request.allMustSucceed()));
        Set<String> withdrawn = enough ? Set.of() : wanted;
        Set<String> missing = ImportMarks.importing(image.get()).stream()
                .filter(wanted::contains)
                .collect(Collectors.toSet());
        removal.removeForGood(ledger.undo(task.imageId(), task.id(), withdrawn, missing, to));
    }

    private ImportRecordService.Waiting waiting(Task task) {
        var status = methods.known(TaskInput.request(task).method()).afterFailure();
        if (status == null) {
            return null;
        }
        Long size = status == Image.Status.UPLOADING
                ? staging.find(task.imageId()).map(Staged::size).orElse(null)
                : null;
        return new ImportRecordService.Waiting(status, size);
    }

    /**
     * A process that died between a store's acceptance and the record leaves data that nothing points to.
     *
     * @param recorded stores whose copies are known, and none of the task's to remove
     */
    private void removeUnregistered(Task task, Set<String> recorded) {
        TaskInput.stores(task).stream()
                .filter(store -> !recorded.contains(store))
                .forEach(store -> discard(store, task.imageId()));
    }

    /** Also those whose copies are withdrawn, and those that only recognise the address of a copy. */
    private Set<String> recorded(Image image) {
        var recorded = image.locations().stream().map(ImageLocation::store).collect(Collectors.toSet());
        recorded.addAll(copies.holders(image));
        return recorded;
    }

    private void discard(String store, String imageId) {
        stores.byId(store).filter(ConfiguredStore::writable).ifPresent(target -> target.store()
                .discard(new ObjectName(imageId)));
    }
}
