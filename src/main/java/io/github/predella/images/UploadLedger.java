package io.github.predella.images;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.core.SafeToRepeat;
import io.github.predella.jobs.NodeName;
import io.github.predella.quota.QuotaGate;
import io.github.predella.quota.Room;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;

/**
 * The record's part of an upload: it begins, and it is finished or abandoned. Each method is one short transaction; the
 * bytes move in between, with no transaction open.
 */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class UploadLedger {

    private ImageRepository images;
    private DataLedger data;
    private ImageAccess access;
    private QuotaGate quota;
    private ImageNotices notices;
    private NodeName node;
    private Clock clock;

    /** For the container's proxy only. */
    protected UploadLedger() {}

    @Inject
    public UploadLedger(
            ImageRepository images,
            DataLedger data,
            ImageAccess access,
            QuotaGate quota,
            ImageNotices notices,
            NodeName node,
            Clock clock) {
        this.images = images;
        this.data = data;
        this.access = access;
        this.quota = quota;
        this.notices = notices;
        this.node = node;
        this.clock = clock;
    }

    /**
     * An upload that may begin.
     *
     * @param image the image, which is being saved from now on
     * @param room how much it may bring
     */
    public record Begun(Image image, Room room) {}

    /**
     * Takes a waiting image for an upload.
     *
     * @param store id of the store to which the data goes
     * @param announced bytes, or 0 when nobody knows
     * @throws Fault CONFLICT when the image does not wait for data or another upload was faster, INVALID when a format
     *     is missing, TOO_LARGE past a quota
     */
    public Begun begin(Caller caller, String id, String store, long announced) {
        if (caller.readOnly()) {
            throw ImageFaults.readOnlyCaller();
        }
        var image = access.find(caller, id);
        access.requireOwnership(caller, ImagePermission.UPLOAD_IMAGE, image);
        if (image.status() != Image.Status.QUEUED) {
            throw ImageFaults.notQueued(image, Image.Status.SAVING);
        }
        if (!image.details().hasFormats()) {
            throw ImageFaults.formatsMissing(id);
        }
        var room = quota.requireRoomForUpload(image.owner(), announced);
        var now = clock.instant();
        if (!images.move(id, Image.Status.QUEUED, Image.Status.SAVING, now)) {
            throw ImageFaults.statusMoved(id);
        }
        data.begin(new DataLedger.RunningUpload(id, node.text(), store), room.reserved(), now);
        var saving = image.with(Image.Status.SAVING);
        notices.prepared(saving, store);
        return new Begun(saving, room);
    }

    /**
     * Reserves more room for an upload that needs more than it was granted. For rooms that are extendable.
     *
     * @param wanted how many bytes it needs in all
     * @return how many it may bring in all from now on; empty when the image does not wait for it any more
     * @throws Fault TOO_LARGE when there is no room
     */
    public OptionalLong extend(String id, long wanted) {
        var image = images.find(id).filter(found -> found.status() == Image.Status.SAVING);
        if (image.isEmpty()) {
            return OptionalLong.empty();
        }
        quota.takeTurn(image.get().owner());
        var reserved = data.reserved(id, node.text());
        if (reserved.isEmpty()) {
            return OptionalLong.empty();
        }
        long room = quota.extendUpload(image.get().owner(), reserved.getAsLong(), wanted);
        data.reserve(id, node.text(), room);
        return OptionalLong.of(room);
    }

    /** Whether the image still waits for the upload that was begun; it does not when it was deleted meanwhile. */
    public boolean isAwaited(String id) {
        return images.find(id)
                .filter(image -> image.status() == Image.Status.SAVING)
                .isPresent();
    }

    /**
     * Makes the image active with what was uploaded.
     *
     * @return false, with nothing changed, when the image has vanished meanwhile: the data is then to be removed
     * @throws Fault TOO_LARGE when the project has been filled by others meanwhile; the data is to be removed then too
     */
    public boolean finish(String id, ImageContent content, ImageLocation location) {
        var before = images.find(id);
        before.ifPresent(image -> quota.takeTurn(image.owner()));
        boolean ours = data.end(id, node.text());
        if (!ours || before.isEmpty() || before.get().status() != Image.Status.SAVING) {
            return false;
        }
        quota.requireRoomForStored(before.get().owner(), content.size());
        var after = before.get()
                .with(Image.Status.ACTIVE)
                .with(content)
                .with(List.of(location))
                .updatedAt(clock.instant());
        boolean finished = images.update(before.get(), after);
        if (finished) {
            notices.uploaded(before.get(), after);
        }
        return finished;
    }

    /** Lets the image wait for data again. Nothing happens when it has vanished meanwhile. */
    public void abandon(String id) {
        if (data.end(id, node.text())) {
            images.move(id, Image.Status.SAVING, Image.Status.QUEUED, clock.instant());
        }
    }

    /**
     * Takes the upload of a dead node over, so that this node can clean up after it and abandon it. From then on the
     * other node can no longer finish it, should it have been alive after all.
     *
     * @return false when there is nothing to take over any more
     */
    public boolean takeOver(DataLedger.RunningUpload upload) {
        return data.takeOver(upload, node.text());
    }

    /** Leaves an upload that was taken over to whoever looks next, as it was found. */
    public void giveBack(DataLedger.RunningUpload upload) {
        data.takeOver(new DataLedger.RunningUpload(upload.imageId(), node.text(), upload.store()), upload.node());
    }

    /** The uploads that are noted as running, on whatever node; without the imports. */
    public List<DataLedger.RunningUpload> running() {
        return data.running().stream().filter(upload -> !upload.isOfImport()).toList();
    }
}
