package io.github.predella.dashboard.images;

import io.github.predella.core.Fault;
import io.github.predella.core.Jsons;
import io.github.predella.dashboard.ActiveCaller;
import io.github.predella.dashboard.FacesAnswer;
import io.github.predella.dashboard.Notices;
import io.github.predella.images.DeletionService;
import io.github.predella.images.Image;
import io.github.predella.images.ImageAction;
import io.github.predella.images.ImageLocation;
import io.github.predella.images.ImportMarks;
import io.github.predella.images.LocationService;
import io.github.predella.images.Refusal.Reason;
import io.github.predella.imports.ImportHeaders;
import io.github.predella.imports.ImportRequest;
import io.github.predella.imports.ImportService;
import io.github.predella.imports.LocationImportService;
import io.github.predella.store.ConfiguredStore;
import io.github.predella.store.StoreRegistry;
import io.github.predella.tasks.Task;
import io.github.predella.tasks.TaskService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Where the data of an image is, and what can be done about that. */
@Named("imageLocations")
@RequestScoped
public class LocationsBean {

    /** The member of a task's input that names the store which is verified. */
    private static final String VERIFIED = "verify_store";

    private ImageHeadBean head;
    private ActiveCaller active;
    private StoreRegistry stores;
    private LocationService locations;
    private TaskService tasks;
    private ImportService imports;
    private LocationImportService verifications;
    private DeletionService deletions;
    private FacesAnswer answer;
    private Notices notices;
    private List<StoreRow> rows;
    private String target;

    /** For the container's proxy only. */
    protected LocationsBean() {}

    @Inject
    public LocationsBean(
            ImageHeadBean head,
            ActiveCaller active,
            StoreRegistry stores,
            LocationService locations,
            TaskService tasks,
            ImportService imports,
            LocationImportService verifications,
            DeletionService deletions,
            FacesAnswer answer,
            Notices notices) {
        this.head = head;
        this.active = active;
        this.stores = stores;
        this.locations = locations;
        this.tasks = tasks;
        this.imports = imports;
        this.verifications = verifications;
        this.deletions = deletions;
        this.answer = answer;
        this.notices = notices;
    }

    /** What each store has of the image, those first that have it. */
    public List<StoreRow> getRows() {
        if (rows == null) {
            var image = head.getImage();
            var all = tasks.ofImage(active.caller(), image.id());
            var addresses = addresses();
            rows = names(image).stream()
                    .map(store -> row(image, store, all, addresses))
                    .toList();
        }
        return rows;
    }

    private static Set<String> names(Image image) {
        var names = image.locations().stream()
                .map(ImageLocation::store)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        names.addAll(ImportMarks.importing(image));
        names.addAll(ImportMarks.failed(image));
        return names;
    }

    /** The copies for those who may know where they are; none for others. */
    private List<ImageLocation> addresses() {
        try {
            return locations.list(active.caller(), head.getId());
        } catch (Fault fault) {
            if (fault.kind() == Fault.Kind.FORBIDDEN) {
                return List.of();
            }
            throw fault;
        }
    }

    private StoreRow row(Image image, String store, List<Task> all, List<ImageLocation> addresses) {
        var size = image.content().size();
        var checks = all.stream().filter(task -> store.equals(verified(task))).toList();
        var running = checks.stream().filter(task -> !task.status().isOver()).findFirst();
        var over = checks.stream().filter(task -> task.status().isOver()).findFirst();
        var state = state(image, store);
        return new StoreRow(
                store,
                stores.byId(store).map(ConfiguredStore::description).orElse(null),
                state,
                state == StoreRow.State.THERE ? null : word(image, all),
                addresses.stream()
                        .filter(copy -> store.equals(copy.store()))
                        .map(ImageLocation::shownUrl)
                        .findFirst()
                        .orElse(null),
                over.map(LocationsBean::verdict).orElse(""),
                over.map(Task::updatedAt).orElse(null),
                running.map(task -> TaskWord.of(task, size)).orElse(null));
    }

    private static StoreRow.State state(Image image, String store) {
        if (image.readable().stream().anyMatch(copy -> store.equals(copy.store()))) {
            return StoreRow.State.THERE;
        }
        if (ImportMarks.importing(image).contains(store)) {
            return StoreRow.State.COMING;
        }
        return ImportMarks.failed(image).contains(store) ? StoreRow.State.FAILED : StoreRow.State.LEAVING;
    }

    private static TaskWord word(Image image, List<Task> all) {
        var imported = all.stream().filter(task -> verified(task) == null).toList();
        return TaskWord.latest(imported, image).orElse(null);
    }

    private static String verified(Task task) {
        return task.input() == null ? null : task.input().getString(VERIFIED, null);
    }

    private static String verdict(Task task) {
        return task.result() == null ? "unknown" : task.result().getString("copy", "unknown");
    }

    /** Ids of the stores to which the data could be copied. */
    public List<String> getTargets() {
        var present = names(head.getImage());
        present.removeAll(ImportMarks.failed(head.getImage()));
        return stores.all().stream()
                .filter(ConfiguredStore::writable)
                .map(ConfiguredStore::id)
                .filter(store -> !present.contains(store))
                .toList();
    }

    public String getTarget() {
        return target;
    }

    public void setTarget(String target) {
        this.target = target;
    }

    /** Whether the caller may let copies be verified at all. */
    public boolean isVerifying() {
        var against = head.getRights().refusal(ImageAction.COPY_TO_STORE);
        return against.isEmpty()
                || (against.get().reason() != Reason.RULE && against.get().reason() != Reason.NOT_OWNER);
    }

    /** Whether an import is at work that the caller may end. */
    public boolean isCancelling() {
        return ImportMarks.holder(head.getImage()).isPresent() && head.may(ImageAction.EDIT);
    }

    /** Starts to copy the data to the chosen store. */
    public void copy() {
        var request = ImportRequest.of(Jsons.object()
                .add("method", Jsons.object().add("name", "copy-image"))
                .add("stores", Jsons.array().add(Optional.ofNullable(target).orElse("")))
                .build());
        imports.check(request);
        imports.submit(active.caller(), head.getId(), request, ImportHeaders.NONE);
        done("images.copying", target);
    }

    /** Starts to verify what a store has. */
    public void verify(String store) {
        verifications.verify(active.caller(), head.getId(), store);
        done("images.verifying", store);
    }

    /** Brings the data to a store to which it could not be brought before. */
    public void retry(String store) {
        imports.retry(active.caller(), head.getId(), store);
        done("images.retrying", store);
    }

    /** Removes the copy that a store has. */
    public void remove(String store) {
        deletions.deleteCopy(active.caller(), store, head.getId());
        done("images.copy-removed", store);
    }

    /** Ends the import that is at work. */
    public void cancel() {
        imports.cancel(active.caller(), head.getId());
        done("images.import-ends", "");
    }

    private void done(String key, String store) {
        notices.done(key, store);
        answer.redirect(head.address("/locations"));
    }
}
