package io.github.predella.imports;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.core.SafeToRepeat;
import io.github.predella.flow.DigestAlgorithm;
import io.github.predella.images.AdoptingStores;
import io.github.predella.images.AdoptionRecordService;
import io.github.predella.images.Image;
import io.github.predella.images.ImagePermission;
import io.github.predella.images.ImportRecordService;
import io.github.predella.images.ReadableCopies;
import io.github.predella.observe.Audited;
import io.github.predella.tasks.Task;
import io.github.predella.tasks.TaskService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/** Takes requests about data that is at its place already; the work goes on after them. Each method is one transaction. */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class LocationImportService {

    /** The role of other services, in their own tokens or in those that they send along with a user's. */
    private static final String SERVICE = "service";

    private ImportRecordService ledger;
    private AdoptionRecordService adoptions;
    private AdoptingStores adopting;
    private ReadableCopies copies;
    private ImportLock lock;
    private TaskService tasks;

    /** For the container's proxy only. */
    protected LocationImportService() {}

    @Inject
    public LocationImportService(
            ImportRecordService ledger,
            AdoptionRecordService adoptions,
            AdoptingStores adopting,
            ReadableCopies copies,
            ImportLock lock,
            TaskService tasks) {
        this.ledger = ledger;
        this.adoptions = adoptions;
        this.adopting = adopting;
        this.copies = copies;
        this.lock = lock;
        this.tasks = tasks;
    }

    /**
     * Starts to make data that others have stored the data of an image.
     *
     * @throws Fault as images-api lists them for {@code POST …/locations}
     */
    @Audited
    public void submit(Caller caller, String id, LocationRequest request) {
        var image = adoptions.waiting(caller, id);
        boolean isService =
                caller.roles().contains(SERVICE) || caller.serviceRoles().contains(SERVICE);
        if (!isService && !request.url().startsWith("http")) {
            throw ImportFaults.webOnly();
        }
        var place = adopting.place(request.url(), Map.of());
        request.requireForm();
        adoptions.requireReady(image);
        lock.requireFree(image);
        var task = tasks.submit(draft(caller, id, request.input(id)), null);
        ledger.take(image, task.id(), List.of(place.store()), true);
    }

    /**
     * Starts to verify what a store has of an image against the image's digest.
     *
     * @return the task; its result will say how the copy was found
     * @throws Fault NOT_FOUND also when the store has nothing of the image, FORBIDDEN, CONFLICT when there is nothing to
     *     compare with
     */
    @Audited
    public Task verify(Caller caller, String id, String store) {
        var image = ledger.find(caller, id);
        ledger.require(caller, ImagePermission.COPY_IMAGE, image);
        if (image.status() != Image.Status.ACTIVE && image.status() != Image.Status.DEACTIVATED) {
            throw ImportFaults.notVerifiable(image);
        }
        CopyVerification.in(store, image, copies);
        if (image.content().hashValue() == null
                || !DigestAlgorithm.isOffered(image.content().hashAlgorithm())) {
            throw ImportFaults.withoutHash(id);
        }
        return tasks.submit(draft(caller, id, CopyVerification.input(id, store)), null);
    }

    private static Task.Draft draft(Caller caller, String id, JsonObject input) {
        return new Task.Draft(
                Task.Type.LOCATION_IMPORT, caller.project(), id, caller.user(), caller.requestId(), input);
    }
}
