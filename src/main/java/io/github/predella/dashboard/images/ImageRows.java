package io.github.predella.dashboard.images;

import io.github.predella.core.Caller;
import io.github.predella.dashboard.ActiveCaller;
import io.github.predella.dashboard.Formats;
import io.github.predella.dashboard.RefusalTexts;
import io.github.predella.dashboard.Texts;
import io.github.predella.images.Image;
import io.github.predella.images.ImageAction;
import io.github.predella.images.ImageLocation;
import io.github.predella.images.ImageRights;
import io.github.predella.images.ImageService;
import io.github.predella.images.ImportMarks;
import io.github.predella.images.MemberService;
import io.github.predella.tasks.Task;
import io.github.predella.tasks.TaskService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What lists say about images, beside what the images themselves say. */
@RequestScoped
public class ImageRows {

    private static final Set<Image.Status> MOVING =
            EnumSet.of(Image.Status.SAVING, Image.Status.UPLOADING, Image.Status.IMPORTING);

    private static final int MOST_TAGS = 2;

    private ActiveCaller active;
    private ImageService images;
    private MemberService members;
    private TaskService tasks;
    private ImageWays ways;
    private RefusalTexts refusals;
    private Texts texts;

    /** For the container's proxy only. */
    protected ImageRows() {}

    @Inject
    public ImageRows(
            ActiveCaller active,
            ImageService images,
            MemberService members,
            TaskService tasks,
            ImageWays ways,
            RefusalTexts refusals,
            Texts texts) {
        this.active = active;
        this.images = images;
        this.members = members;
        this.tasks = tasks;
        this.ways = ways;
        this.refusals = refusals;
        this.texts = texts;
    }

    /** Rows for images; {@code back} is where what is done with them leads back to. */
    List<ImageRow> of(List<Image> shown, String back) {
        var caller = active.caller();
        Map<String, ImageRights> rights = images.allowed(caller, shown);
        Map<String, Integer> counts = members.counts(caller, shown);
        return shown.stream()
                .map(image -> row(caller, image, rights.get(image.id()), counts.getOrDefault(image.id(), 0), back))
                .toList();
    }

    /** Whether something is under way with an image's data. */
    static boolean isMoving(Image image) {
        return MOVING.contains(image.status())
                || !ImportMarks.importing(image).isEmpty()
                || ImportMarks.holder(image).isPresent();
    }

    private static boolean hasFailed(Image image) {
        return image.status() == Image.Status.KILLED
                || !ImportMarks.failed(image).isEmpty();
    }

    /**
     * What the pill of an image says: the wire name of its status, or that of a failed task where an image waits for data
     * because the last try to bring some has failed.
     */
    static String state(Image image) {
        boolean waits = image.status() == Image.Status.QUEUED || image.status() == Image.Status.UPLOADING;
        return waits && !isMoving(image) && hasFailed(image)
                ? Task.Status.FAILURE.wireName()
                : image.status().wireName();
    }

    private ImageRow row(Caller caller, Image image, ImageRights rights, int shares, String back) {
        boolean moving = isMoving(image);
        boolean failed = !moving && hasFailed(image);
        // Only images on their way have something to tell, and few are; so each is asked for.
        var word = moving || failed
                ? TaskWord.latest(tasks.ofImage(caller, image.id()), image)
                : Optional.<TaskWord>empty();
        String name = image.details().name();
        return new ImageRow(
                image,
                state(image),
                name == null || name.isBlank() ? texts.get("images.unnamed") : name,
                OsBadge.of(image),
                image.details().tags().stream().limit(MOST_TAGS).toList(),
                moving,
                word.map(TaskWord::percent).orElse(null),
                failed ? reason(image, word) : "",
                failed ? next(image, rights, back) : null,
                visibility(image, shares),
                stores(image),
                ways.ofRow(image, rights, back));
    }

    private String reason(Image image, Optional<TaskWord> word) {
        return word.filter(TaskWord::failed)
                .map(TaskWord::said)
                .filter(said -> !said.isBlank())
                .orElseGet(() -> ImportMarks.failed(image).isEmpty()
                        ? texts.get("images.failed-upload")
                        : texts.of("images.failed-stores", String.join(", ", ImportMarks.failed(image))));
    }

    /** One that has data lacks a copy only; one that has none waits for data again, or cannot have any more. */
    private Way next(Image image, ImageRights rights, String back) {
        return switch (image.status()) {
            case KILLED ->
                Way.to(
                        texts.get("images.do.delete"),
                        ChangeAddress.of(Change.DELETE, List.of(image.id()), back),
                        refusals.of(rights, ImageAction.DELETE));
            case ACTIVE, UPLOADING ->
                Way.to(texts.get("images.next.retry"), ImageWays.address(image.id(), "/locations"), "");
            default ->
                Way.to(
                        texts.get("images.next.again"),
                        ImageWays.address(image.id(), ""),
                        refusals.of(rights, ImageAction.IMPORT));
        };
    }

    private String visibility(Image image, int shares) {
        return shares > 0
                ? texts.of("images.shared-with", shares)
                : texts.get("states.visibility." + image.visibility().wireName());
    }

    /** Where the data is; while it is on its way also how much of that is done. */
    private String stores(Image image) {
        var there = image.readable().stream()
                .map(ImageLocation::store)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        int going = ImportMarks.importing(image).size();
        if (going > 0) {
            return texts.of("images.stores-of", String.join(", ", there), there.size(), there.size() + going)
                    .strip();
        }
        return there.isEmpty() ? Formats.NONE : String.join(", ", there);
    }
}
