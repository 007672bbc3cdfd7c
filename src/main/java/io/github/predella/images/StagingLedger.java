package io.github.predella.images;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.jobs.NodeName;
import io.github.predella.quota.QuotaGate;
import io.github.predella.quota.Room;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.OptionalLong;

/**
 * The record's part of staging: an image that waits for data takes it without becoming active, and then waits for its
 * import. Every method wants a running transaction of the caller's and joins it, because the notes about the staged data
 * have to change together with the image.
 */
@ApplicationScoped
public class StagingLedger {

    private ImageRepository images;
    private DataLedger data;
    private ImageAccess access;
    private QuotaGate quota;
    private NodeName node;
    private Clock clock;

    /** For the container's proxy only. */
    protected StagingLedger() {}

    @Inject
    public StagingLedger(
            ImageRepository images, DataLedger data, ImageAccess access, QuotaGate quota, NodeName node, Clock clock) {
        this.images = images;
        this.data = data;
        this.access = access;
        this.quota = quota;
        this.node = node;
        this.clock = clock;
    }

    /**
     * Whether a new image could be made now, its data staged and then imported.
     *
     * @param bytes of its data
     * @return how much it might bring
     * @throws Fault TOO_LARGE in the words in which the requests would be refused
     */
    public Room rehearse(Caller caller, long bytes) {
        quota.requireRoomForImage(caller.project());
        quota.requireRoomForImport(caller.project(), "glance-direct", bytes);
        return quota.requireRoomForStaging(caller.project(), bytes);
    }

    /** The image, provided the caller may stage data for it; throws {@link Fault} NOT_FOUND or FORBIDDEN. */
    public Image permitted(Caller caller, String id) {
        if (caller.readOnly()) {
            throw ImageFaults.readOnlyCaller();
        }
        var image = access.find(caller, id);
        access.requireOwnership(caller, ImagePermission.MODIFY_IMAGE, image);
        return image;
    }

    /**
     * Takes a waiting image for data that is to be staged.
     *
     * @param announced bytes, or 0 when nobody knows
     * @return how much it may bring
     * @throws Fault NOT_FOUND, FORBIDDEN, CONFLICT when the image does not wait for data or another request was faster,
     *     TOO_LARGE past a quota
     */
    public Room begin(Caller caller, String id, long announced) {
        var image = permitted(caller, id);
        if (image.status() != Image.Status.QUEUED) {
            throw ImageFaults.notQueued(image, Image.Status.UPLOADING);
        }
        var room = quota.requireRoomForStaging(image.owner(), announced);
        if (!images.move(id, Image.Status.QUEUED, Image.Status.UPLOADING, clock.instant())) {
            throw ImageFaults.statusMoved(id);
        }
        return room;
    }

    /**
     * Notes that this process receives the data, so that others can clean up after it should it die.
     *
     * @param reserved how many bytes count as the project's until it has ended
     */
    public void noteRunning(String id, long reserved) {
        data.begin(new DataLedger.RunningUpload(id, node.text(), DataLedger.STAGING), reserved, clock.instant());
    }

    /**
     * Reserves more room for data that needs more than it was granted. For rooms that are extendable.
     *
     * @param wanted how many bytes it needs in all
     * @return how many it may bring in all from now on; empty when the image does not wait for it any more
     * @throws Fault TOO_LARGE when there is no room
     */
    public OptionalLong extend(String id, long wanted) {
        var image = images.find(id).filter(found -> found.status() == Image.Status.UPLOADING);
        if (image.isEmpty()) {
            return OptionalLong.empty();
        }
        quota.takeTurn(image.get().owner());
        var reserved = data.reserved(id, node.text());
        if (reserved.isEmpty()) {
            return OptionalLong.empty();
        }
        long room = quota.extendStaging(image.get().owner(), reserved.getAsLong(), wanted);
        data.reserve(id, node.text(), room);
        return OptionalLong.of(room);
    }

    /** Notes that this process no longer receives; false when another one has taken it for dead and ended it. */
    public boolean endRunning(String id) {
        return data.end(id, node.text());
    }

    /** Whether the image takes staged data or holds it; it does not when it was deleted or the staging ended. */
    public boolean isStaging(String id) {
        return images.find(id)
                .filter(image -> image.status() == Image.Status.UPLOADING)
                .isPresent();
    }

    /** Whether the data staged for an image is still needed: by an import to come, or by one at work. */
    public boolean needsStagedData(String id) {
        return isStaging(id) || isImporting(id);
    }

    /** Whether an import is at work on an image. */
    public boolean isImporting(String id) {
        return images.find(id)
                .filter(image -> image.status() == Image.Status.IMPORTING || isLocked(image))
                .isPresent();
    }

    /**
     * Notes how much was staged. The image keeps its status: it waits for its import from now on.
     *
     * @return false, with nothing changed, when the image has vanished meanwhile
     */
    public boolean finish(String id, long size) {
        return images.find(id)
                .filter(image -> image.status() == Image.Status.UPLOADING)
                .filter(image -> images.update(
                        image,
                        image.with(new ImageContent(size, null, null, null, null))
                                .updatedAt(clock.instant())))
                .isPresent();
    }

    /**
     * Lets the image wait for data again.
     *
     * @return false, with nothing changed, when it has vanished, or an import has it
     */
    public boolean abandon(String id) {
        return images.find(id)
                .filter(image -> image.status() == Image.Status.UPLOADING && !isLocked(image))
                .filter(image -> images.update(
                        image,
                        image.with(Image.Status.QUEUED).with(ImageContent.NONE).updatedAt(clock.instant())))
                .isPresent();
    }

    private static boolean isLocked(Image image) {
        return ImportMarks.holder(image).isPresent();
    }
}
