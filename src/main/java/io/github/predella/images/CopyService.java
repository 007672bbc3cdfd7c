package io.github.predella.images;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.core.SafeToRepeat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * The copies of an image in single stores (images-api, "Locations API, stores, info"). Each method is one transaction
 * and asks no store.
 */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class CopyService {

    private ImageRepository images;
    private ImageAccess access;
    private Clock clock;

    /** For the container's proxy only. */
    protected CopyService() {}

    @Inject
    public CopyService(ImageRepository images, ImageAccess access, Clock clock) {
        this.images = images;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Withdraws the copy that one store holds, unless it is the only one that can be read: nobody is sent there any
     * more, and it is to be removed now. The record is locked, so that two callers cannot withdraw the last two copies
     * at once.
     *
     * @return the withdrawn copy
     * @throws Fault NOT_FOUND also when that store holds no copy, CONFLICT for an image that is not active, FORBIDDEN
     *     for the only copy
     */
    public ImageLocation withdraw(Caller caller, String store, String id) {
        requireWritable(caller);
        images.hold(id);
        var image = access.find(caller, id);
        access.require(caller, ImagePermission.GET_IMAGE_LOCATION, image);
        access.requireOwnership(caller, ImagePermission.DELETE_IMAGE_LOCATION, image);
        if (image.status() != Image.Status.ACTIVE) {
            throw Fault.conflict("It's not allowed to remove image data of an image in status "
                    + image.status().wireName() + ".");
        }
        var readable =
                image.locations().stream().filter(ImageLocation::isReadable).toList();
        if (readable.size() <= 1) {
            throw Fault.forbidden("The only copy of an image's data cannot be removed.");
        }
        var copy = readable.stream()
                .filter(location -> store.equals(location.store()))
                .findFirst()
                .orElseThrow(() -> Fault.notFound("Image " + id + " has no data in store " + store + "."));
        var after = image.locations().stream()
                .map(location -> location.equals(copy) ? location.withdrawn() : location)
                .toList();
        if (!images.update(image, image.with(after).updatedAt(clock.instant()))) {
            throw ImageFaults.statusMoved(id);
        }
        return copy.withdrawn();
    }

    private static void requireWritable(Caller caller) {
        if (caller.readOnly()) {
            throw ImageFaults.readOnlyCaller();
        }
    }
}
