package io.github.predella.imports;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.core.SafeToRepeat;
import io.github.predella.images.Image;
import io.github.predella.images.ImagePermission;
import io.github.predella.images.ImportMarks;
import io.github.predella.images.ImportRecordService;
import io.github.predella.images.ImportRoomService;
import io.github.predella.observe.Audited;
import io.github.predella.tasks.Task;
import io.github.predella.tasks.TaskService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;

/** Takes requests to import; the work goes on after them. Each method is one transaction. */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class ImportService {

    private ImportRecordService ledger;
    private ImportRoomService room;
    private ImportMethods methods;
    private StoreChoice choice;
    private PluginStage plugins;
    private ImportLock lock;
    private TaskService tasks;

    /** For the container's proxy only. */
    protected ImportService() {}

    @Inject
    public ImportService(
            ImportRecordService ledger,
            ImportRoomService room,
            ImportMethods methods,
            StoreChoice choice,
            PluginStage plugins,
            ImportLock lock,
            TaskService tasks) {
        this.ledger = ledger;
        this.room = room;
        this.methods = methods;
        this.choice = choice;
        this.plugins = plugins;
        this.lock = lock;
        this.tasks = tasks;
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
    @Audited
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
        start(caller, image, request, method, headers);
    }

    /**
     * Brings an image to a store that a former import could not bring it to: from the staged data that is kept for
     * another try, or from a store that has it.
     *
     * @throws Fault NOT_FOUND, FORBIDDEN for who may not import, CONFLICT when the store has not failed or there is
     *     nothing to bring
     */
    @Audited
    public void retry(Caller caller, String id, String store) {
        var image = ledger.find(caller, id);
        ledger.require(caller, ImagePermission.MODIFY_IMAGE, image);
        if (!ImportMarks.failed(image).contains(store)) {
            throw ImportFaults.hasNotFailed(store);
        }
        var method = methods.retrying(image).orElseThrow(() -> ImportFaults.nothingToBring(image));
        start(caller, image, ImportRequest.of(method.name(), store), method, ImportHeaders.NONE);
    }

    private void start(Caller caller, Image image, ImportRequest request, ImportMethod method, ImportHeaders headers) {
        String id = image.id();
        lock.requireFree(image);
        List<String> stores = choice.of(request, headers.store(), image);
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
                        TaskInput.of(
                                id,
                                request,
                                stores,
                                plugins.isUsed() ? caller.roles() : Set.of(),
                                headers.certificate())),
                method.place(image));
        method.submitted(task.id(), caller, headers.token());
        ledger.take(image, task.id(), stores, method.afterFailure() != null);
    }

    /**
     * Ends the import that is at work on an image, soon.
     *
     * @throws Fault NOT_FOUND, FORBIDDEN for who may not import, CONFLICT when none is at work
     */
    @Audited
    public void cancel(Caller caller, String id) {
        var image = ledger.find(caller, id);
        ledger.require(caller, ImagePermission.MODIFY_IMAGE, image);
        var task = ImportMarks.holder(image).orElseThrow(() -> ImportFaults.notImporting(id));
        if (!tasks.cancel(task, "The import was cancelled.")) {
            throw ImportFaults.notImporting(id);
        }
    }
}
