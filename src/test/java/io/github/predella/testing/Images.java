package io.github.predella.testing;

import io.github.predella.images.Image;
import io.github.predella.images.ImageContent;
import io.github.predella.images.ImageDetails;
import io.github.predella.images.ImageLocation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Images in the words of the domain: {@code Images.active().ownedBy("p1").shared().named("debian").done()}. */
public final class Images {

    /** When all images are made that do not say otherwise; in whole seconds, which every database can hold. */
    public static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final Image.Status status;
    private final ImageDetails.Editor details =
            ImageDetails.blank().owner("p1").diskFormat("qcow2").containerFormat("bare");
    private final List<ImageLocation> locations = new ArrayList<>();
    private ImageContent content = ImageContent.NONE;
    private String id = UUID.randomUUID().toString();
    private Instant created = NOON;
    private Instant updated = NOON;

    private Images(Image.Status status) {
        this.status = status;
    }

    /** An image of project p1 in that state, shared with nobody, with both formats. */
    public static Images in(Image.Status status) {
        return new Images(status);
    }

    public static Images queued() {
        return in(Image.Status.QUEUED);
    }

    public static Images active() {
        return in(Image.Status.ACTIVE);
    }

    public Images id(String text) {
        id = text;
        return this;
    }

    public Images named(String name) {
        details.name(name);
        return this;
    }

    public Images ownedBy(String project) {
        details.owner(project);
        return this;
    }

    public Images visible(Image.Visibility visibility) {
        details.visibility(visibility);
        return this;
    }

    public Images publicly() {
        return visible(Image.Visibility.PUBLIC);
    }

    public Images privately() {
        return visible(Image.Visibility.PRIVATE);
    }

    public Images hidden() {
        details.hidden(true);
        return this;
    }

    public Images guarded() {
        details.isProtected(true);
        return this;
    }

    public Images formats(String disk, String container) {
        details.diskFormat(disk).containerFormat(container);
        return this;
    }

    public Images needing(int minDisk, int minRam) {
        details.minDisk(minDisk).minRam(minRam);
        return this;
    }

    public Images tagged(String... tags) {
        details.tags().addAll(List.of(tags));
        return this;
    }

    public Images with(String property, String value) {
        details.property(property, value);
        return this;
    }

    public Images sized(long bytes) {
        content = new ImageContent(bytes, null, null, null, null);
        return this;
    }

    public Images content(ImageContent measured) {
        content = measured;
        return this;
    }

    public Images storedIn(String store, String url) {
        locations.add(ImageLocation.in(store, url));
        return this;
    }

    /** Made so long after noon. */
    public Images madeAfter(Duration time) {
        created = NOON.plus(time);
        updated = created;
        return this;
    }

    public Images changedAfter(Duration time) {
        updated = NOON.plus(time);
        return this;
    }

    public Image done() {
        return new Image(id, status, details.done(), content, locations, created, updated);
    }
}
