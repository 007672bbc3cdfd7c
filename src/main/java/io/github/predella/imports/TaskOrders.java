package io.github.predella.imports;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.images.ImageAccess;
import io.github.predella.images.ImageDraft;
import io.github.predella.images.ImageSchema;
import io.github.predella.images.ImageService;
import io.github.predella.images.ImportRecordService;
import io.github.predella.images.ImportRoomService;
import io.github.predella.tasks.Task;
import io.github.predella.tasks.TaskOpening;
import io.github.predella.tasks.TaskService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;

/**
 * Takes imports that callers order through the tasks API. The image is made together with the task, which then holds it
 * as any import does.
 */
@ApplicationScoped
public class TaskOrders implements TaskOpening {

    private static final String PACKAGE = "ova";

    private ImageService images;
    private ImageSchema schema;
    private ImageAccess access;
    private ImportRecordService ledger;
    private ImportRoomService room;
    private ImportMethods methods;
    private StoreChoice choice;
    private TaskService tasks;

    /** For the container's proxy only. */
    protected TaskOrders() {}

    @Inject
    public TaskOrders(
            ImageService images,
            ImageSchema schema,
            ImageAccess access,
            ImportRecordService ledger,
            ImportRoomService room,
            ImportMethods methods,
            StoreChoice choice,
            TaskService tasks) {
        this.images = images;
        this.schema = schema;
        this.access = access;
        this.ledger = ledger;
        this.room = room;
        this.methods = methods;
        this.choice = choice;
        this.tasks = tasks;
    }

    @Override
    public Task.Type type() {
        return Task.Type.IMPORT;
    }

    @Override
    public void check(Caller caller, JsonObject input) {
        var order = new TaskOrder(input);
        draft(caller, order);
        methods.known(WebDownload.NAME).check(order.request());
    }

    /** Throws {@link Fault} FORBIDDEN and INVALID as for a request to create the image. */
    private ImageDraft draft(Caller caller, TaskOrder order) {
        var draft = ImageDraft.of(order.properties(), schema);
        if (!draft.details().hasFormats()) {
            throw ImportFaults.formatsNeeded();
        }
        if (PACKAGE.equals(draft.details().containerFormat()) && !access.isAdministrator(caller)) {
            throw ImportFaults.packagesAreForAdministrators();
        }
        return draft;
    }

    @Override
    public Task open(Caller caller, JsonObject input) {
        var order = new TaskOrder(input);
        String id = images.create(caller, draft(caller, order)).id();
        var image = ledger.find(caller, id);
        var stores = choice.of(order.request(), null, image);
        room.require(image, WebDownload.NAME);
        var task = tasks.submit(
                new Task.Draft(type(), caller.project(), id, caller.user(), caller.requestId(), order.to(stores)),
                null);
        ledger.take(image, task.id(), stores, true);
        return task;
    }
}
