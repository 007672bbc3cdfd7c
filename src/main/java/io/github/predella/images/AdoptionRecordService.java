package io.github.predella.images;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.core.SafeToRepeat;
import io.github.predella.images.ImportRecordService.Arrival;
import io.github.predella.quota.QuotaGate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.function.UnaryOperator;

/**
 * The record's part of taking data over that others have stored; the image is in the hands of a task meanwhile, see
 * {@link ImportRecordService}. Each method is one short transaction, or part of the caller's, and asks no store.
 */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class AdoptionRecordService {

    private ImageRepository images;
    private ImageAccess access;
    private ImportRecordService holders;
    private ImportRoomService rooms;
    private AdoptingStores adopting;
    private ImageSettings settings;
    private QuotaGate quota;
    private Clock clock;

    /** For the container's proxy only. */
    protected AdoptionRecordService() {}

    @Inject
    public AdoptionRecordService(
            ImageRepository images,
            ImageAccess access,
            ImportRecordService holders,
            ImportRoomService rooms,
            AdoptingStores adopting,
            ImageSettings settings,
            QuotaGate quota,
            Clock clock) {
        this.images = images;
        this.access = access;
        this.holders = holders;
        this.rooms = rooms;
        this.adopting = adopting;
        this.settings = settings;
        this.quota = quota;
        this.clock = clock;
    }

    /**
     * The image, provided that it waits for data, that the caller may tell where the data is, and that some store can
     * take it from there.
     *
     * @throws Fault NOT_FOUND, CONFLICT when the image does not wait for data, FORBIDDEN when no rule allows it or no
     *     store takes what others have stored
     */
    public Image waiting(Caller caller, String id) {
        if (caller.readOnly()) {
            throw ImageFaults.readOnlyCaller();
        }
        var image = access.find(caller, id);
        if (image.status() != Image.Status.QUEUED) {
            throw ImageFaults.notWaiting(image);
        }
        access.require(caller, ImagePermission.ADD_IMAGE_LOCATION, image);
        if (!adopting.any()) {
            throw ImageFaults.nothingAdopted();
        }
        return image;
    }

    /** Insists that an image can have data; throws {@link Fault} INVALID without formats, TOO_LARGE past a quota. */
    public void requireReady(Image image) {
        if (!image.details().hasFormats()) {
            throw ImageFaults.formatsMissing(image.id());
        }
        ImageRules.checkLocationCount(image.locations().size() + 1, settings.locationQuota());
    }

    /**
     * Reserves room for data that the task is about to make the image's.
     *
     * @param size bytes
     * @throws Fault TOO_LARGE, and as {@link ImportRecordService#held}
     */
    public void reserve(String id, String task, ImageLocation place, long size) {
        quota.requireRoomForAdoption(holders.held(id, task).owner(), size);
        rooms.reserve(id, task, place.store(), size);
    }

    /** The image, whoever asks; throws {@link Fault} GONE when it has been deleted. */
    public Image image(String id) {
        return images.find(id).orElseThrow(ImageFaults::copyVanished);
    }

    /**
     * The image, provided that it still has a copy.
     *
     * @throws Fault GONE when the copy has been removed, or the image has
     */
    public Image having(String id, ImageLocation copy) {
        var image = image(id);
        if (!image.isAt(copy.url())) {
            throw ImageFaults.copyVanished();
        }
        return image;
    }

    /**
     * Makes the image active with data that is at its place already, and takes it out of the task's hands.
     *
     * @throws Fault as {@link ImportRecordService#arrived}
     */
    public void adopted(String id, String task, ImageLocation place, ImageContent content) {
        holders.found(id, task, new Arrival(place, content, true, UnaryOperator.identity()));
        holders.release(id, task);
    }

    /**
     * Notes what was measured of data whose image had no digest until then. Nothing happens when it has one by now.
     *
     * @throws Fault as {@link #having}
     */
    public void measured(String id, ImageLocation copy, ImageContent content) {
        images.hold(id);
        var image = having(id, copy);
        if (image.content().hashValue() == null
                && !images.update(image, image.with(content).updatedAt(clock.instant()))) {
            throw ImageFaults.statusMoved(id);
        }
    }
}
