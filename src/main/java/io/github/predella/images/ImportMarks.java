package io.github.predella.images;

import io.github.predella.core.Fault;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What an import at work leaves on the record of its image (tasks-and-import, "Progress properties on the image"):
 * reserved properties that clients read and nobody but the import writes. Pure functions from image to image.
 */
public final class ImportMarks {

    /** Holds the id of the task that has the image; no other one may change its data meanwhile. */
    private static final String LOCK = "os_glance_import_task";

    /** The property that lists the stores to which the data still is on its way; empty when there are none. */
    public static final String IMPORTING = "os_glance_importing_to_stores";

    private static final String FAILED = "os_glance_failed_import";

    private ImportMarks() {}

    /** The task that has the image, if one has. */
    public static Optional<String> holder(Image image) {
        return Optional.ofNullable(image.details().properties().get(LOCK));
    }

    /**
     * The image, provided the task has it.
     *
     * @throws Fault GONE when it was deleted, CONFLICT when the task does not have it (any more)
     */
    static Image held(Optional<Image> found, String id, String task) {
        var image = found.orElseThrow(() -> ImageFaults.vanished(id));
        if (!holder(image).equals(Optional.of(task))) {
            throw ImageFaults.lockLost(id);
        }
        return image;
    }

    /** The image in the hands of a task that will bring its data to the stores. */
    static Image begun(Image image, String task, Collection<String> stores) {
        var importing = listed(image, IMPORTING);
        importing.addAll(stores);
        var failed = listed(image, FAILED);
        failed.removeAll(stores);
        return marked(image, importing, failed, details -> details.property(LOCK, task));
    }

    /** The image with one store less to go. */
    static Image arrived(Image image, String store) {
        var importing = listed(image, IMPORTING);
        importing.remove(store);
        return marked(image, importing, listed(image, FAILED), details -> {});
    }

    /** The image with stores to which its data could not be brought. */
    static Image failed(Image image, Collection<String> stores) {
        var importing = listed(image, IMPORTING);
        importing.removeAll(stores);
        var failed = listed(image, FAILED);
        failed.addAll(stores);
        return marked(image, importing, failed, details -> {});
    }

    /** The image in nobody's hands. */
    static Image released(Image image) {
        var details = image.details().edit();
        details.properties().remove(LOCK);
        return image.with(details.done());
    }

    /** A changed description with the service's own properties as they were before. */
    static ImageDetails kept(ImageDetails before, ImageDetails changed) {
        var details = changed.edit();
        details.properties().keySet().removeIf(ImageAttributes::isInternal);
        before.properties().forEach((name, value) -> {
            if (ImageAttributes.isInternal(name)) {
                details.property(name, value);
            }
        });
        return details.done();
    }

    /** The stores to which the image's data still is on its way. */
    public static Set<String> importing(Image image) {
        return Set.copyOf(listed(image, IMPORTING));
    }

    /** The stores to which the image's data could not be brought. */
    public static Set<String> failed(Image image) {
        return Set.copyOf(listed(image, FAILED));
    }

    private static Image marked(
            Image image, Set<String> importing, Set<String> failed, Consumer<ImageDetails.Editor> more) {
        var details = image.details()
                .edit()
                .property(IMPORTING, String.join(",", importing))
                .property(FAILED, String.join(",", failed));
        more.accept(details);
        return image.with(details.done());
    }

    private static Set<String> listed(Image image, String property) {
        String text = image.details().properties().getOrDefault(property, "");
        var names = new TreeSet<String>();
        for (String name : text.split(",", -1)) {
            if (!name.isBlank()) {
                names.add(name.strip());
            }
        }
        return names;
    }
}
