package io.github.predella.imports;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.core.SafeToRepeat;
import io.github.predella.images.Image;
import io.github.predella.images.ImagePermission;
import io.github.predella.images.ImportMarks;
import io.github.predella.images.ImportRecordService;
import io.github.predella.images.ImportRoomService;
import io.github.predella.tasks.Task;
import io.github.predella.tasks.TaskService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/** Takes requests to import; the work goes on after them. Each method is one transaction. */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class ImportService {

    private static final Duration WAITING_AT_MOST = Duration.ofHours(2);
    private static final Duration AT_WORK_AT_MOST = Duration.ofHours(1);

    private ImportRecordService ledger;
    private ImportRoomService room;
    private ImportMethods methods;
    private StoreChoice choice;
    private TaskService tasks;
    private Clock clock;

    /** For the container's proxy only. */
    protected ImportService() {}

    @Inject
    public ImportService(
            ImportRecordService ledger,
            ImportRoomService room,
            ImportMethods methods,
            StoreChoice choice,
            TaskService tasks,
            Clock clock) {
        this.ledger = ledger;
        this.room = room;
        this.methods = methods;
        this.choice = choice;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Throws {@link Fault} INVALID for a request that cannot be carried out whatever the image is. */
    @Transactional(Transactional.TxType.NEVER)
    public void check(ImportRequest request) {
        methods.enabled(request.method()).check(request);
    }

    /**
     * Starts an import. Nothing happens when the image is in all the wanted stores already.
     *
     * @throws Fault as images-api lists them for {@code POST …/import}
     */
    public void submit(Caller caller, String id, ImportRequest request, ImportHeaders headers) {
        var method = methods.enabled(request.method());
        var image = ledger.find(caller, id);
        if (image.status() != method.from()) {
            throw ImportFaults.wrongStatus(method.name(), image, method.from());
        }
        if (!image.details().hasFormats()) {
            throw ImportFaults.formatsMissing(id);
        }
        ledger.require(caller, method.permission(), image);
        freeFromDeadTask(image);
        var stores = choice.of(request, headers.store(), image);
        if (stores.isEmpty()) {
            return;
        }
        room.require(image, method.name());
        var task = tasks.submit(
                new Task.Draft(
                        Task.Type.API_IMAGE_IMPORT,
                        caller.project(),
                        id,
                        caller.user(),
                        caller.requestId(),
                        TaskInput.of(id, request, stores, method.former(image))),
                method.place(image));
        method.submitted(task.id(), caller, headers.token());
        ledger.take(image, task.id(), stores, method.afterFailure() != null);
    }

    /**
     * Ends the import that is at work on an image, soon.
     *
     * @throws Fault NOT_FOUND, FORBIDDEN for who may not import, CONFLICT when none is at work
     */
    public void cancel(Caller caller, String id) {
        var image = ledger.find(caller, id);
        ledger.require(caller, ImagePermission.MODIFY_IMAGE, image);
        var task = ImportMarks.holder(image).orElseThrow(() -> ImportFaults.notImporting(id));
        if (!tasks.cancel(task, "The import was cancelled.")) {
            throw ImportFaults.notImporting(id);
        }
    }

    /** A task that nobody has heard of for long loses its image (tasks-and-import, "Import lock"). */
    private void freeFromDeadTask(Image image) {
        ImportMarks.holder(image).flatMap(tasks::find).ifPresent(task -> {
            var patience = task.status() == Task.Status.PENDING ? WAITING_AT_MOST : AT_WORK_AT_MOST;
            if (task.updatedAt().plus(patience).isAfter(clock.instant())) {
                throw ImportFaults.locked(image.id());
            }
            tasks.preempt(task.id(), "Expired lock preempted");
        });
    }
}
