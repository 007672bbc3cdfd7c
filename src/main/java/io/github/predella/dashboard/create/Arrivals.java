package io.github.predella.dashboard.create;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.dashboard.create.Arrival.AtStore;
import io.github.predella.dashboard.create.Arrival.Step;
import io.github.predella.data.UploadSession;
import io.github.predella.data.UploadSessionService;
import io.github.predella.images.Image;
import io.github.predella.images.ImageLocation;
import io.github.predella.images.ImageService;
import io.github.predella.images.ImportMarks;
import io.github.predella.imports.ImportProgress;
import io.github.predella.imports.ImportResult;
import io.github.predella.tasks.Task;
import io.github.predella.tasks.TaskService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Gathers from the ledgers how far the data of images has come. */
@ApplicationScoped
public class Arrivals {

    private ImageService images;
    private TaskService tasks;
    private UploadSessionService uploads;

    /** For the container's proxy only. */
    protected Arrivals() {}

    @Inject
    public Arrivals(ImageService images, TaskService tasks, UploadSessionService uploads) {
        this.images = images;
        this.tasks = tasks;
        this.uploads = uploads;
    }

    /** What an image waits for; throws {@link io.github.predella.core.Fault} NOT_FOUND. */
    Arrival of(Caller caller, String imageId) {
        var image = images.get(caller, imageId);
        var session = uploads.unfinished(caller).stream()
                .filter(one -> one.imageId().equals(image.id()))
                .findFirst()
                .orElse(null);
        var task = tasks.ofImage(caller, image.id()).stream()
                .filter(one -> one.type() == Task.Type.API_IMAGE_IMPORT)
                .findFirst()
                .orElse(null);
        var progress = task == null || task.status().isOver()
                ? null
                : ImportProgress.in(task.message()).orElse(null);
        boolean own = !caller.readOnly() && caller.isOf(image.owner());
        return new Arrival(image, session, task, progress, stores(image, task, progress), own);
    }

    /** An upload that was not finished, with its image. */
    public record Unfinished(UploadSession session, Image image) {}

    /** The uploads that the caller has not finished, latest data first. */
    List<Unfinished> unfinished(Caller caller) {
        var unfinished = new ArrayList<Unfinished>();
        for (UploadSession session : uploads.unfinished(caller)) {
            try {
                unfinished.add(new Unfinished(session, images.get(caller, session.imageId())));
            } catch (Fault deleted) {
                // The upload goes with its image.
            }
        }
        return unfinished;
    }

    private static List<AtStore> stores(Image image, Task task, ImportProgress progress) {
        var importing = new TreeSet<>(ImportMarks.importing(image));
        var failed = new TreeSet<>(ImportMarks.failed(image));
        var stores = new ArrayList<AtStore>();
        image.readable().stream()
                .map(ImageLocation::store)
                .filter(Objects::nonNull)
                .filter(store -> !importing.contains(store) && !failed.contains(store))
                .distinct()
                .forEach(store -> stores.add(new AtStore(store, Step.DONE, null, "")));
        importing.forEach(store -> stores.add(onItsWay(store, progress)));
        var reasons = task == null ? Map.<String, String>of() : ImportResult.missed(task);
        String last = task != null && task.status() == Task.Status.FAILURE ? task.message() : "";
        failed.forEach(store -> stores.add(new AtStore(store, Step.FAILED, null, reasons.getOrDefault(store, last))));
        return stores;
    }

    private static AtStore onItsWay(String store, ImportProgress progress) {
        boolean moving =
                progress != null && progress.store().filter(store::equals).isPresent();
        Long percent = moving && progress.percent().isPresent()
                ? Long.valueOf(progress.percent().getAsLong())
                : null;
        return new AtStore(store, moving ? Step.MOVING : Step.WAITING, percent, "");
    }
}
