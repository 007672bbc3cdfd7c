package io.github.predella.images;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.core.Page;
import io.github.predella.core.PageRequest;
import io.github.predella.core.SafeToRepeat;
import io.github.predella.observe.Audited;
import io.github.predella.quota.QuotaGate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** How the records of images end, and come back as long as the data is kept. Each method is one transaction. */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class DisposalService {

    /** How often a deletion is tried anew because the status moved meanwhile. */
    private static final int ATTEMPTS = 5;

    private ImageRepository images;
    private ImageBin bin;
    private ImageAccess access;
    private QuotaGate quota;
    private DeletionSettings settings;
    private Clock clock;

    /** For the container's proxy only. */
    protected DisposalService() {}

    @Inject
    public DisposalService(
            ImageRepository images,
            ImageBin bin,
            ImageAccess access,
            QuotaGate quota,
            DeletionSettings settings,
            Clock clock) {
        this.images = images;
        this.bin = bin;
        this.access = access;
        this.quota = quota;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * An image that has ended.
     *
     * @param image as it was
     * @param kept whether its data is kept for a while; it is to be removed otherwise
     */
    public record Ended(Image image, boolean kept) {}

    /**
     * Ends an image: nobody finds it any more, and its id stays taken.
     *
     * @throws Fault NOT_FOUND, FORBIDDEN also for a protected image
     */
    public Ended delete(Caller caller, String id) {
        requireWritable(caller);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var image = access.find(caller, id);
            access.requireOwnership(caller, ImagePermission.DELETE_IMAGE, image);
            if (image.details().isProtected()) {
                throw ImageFaults.isProtected(id);
            }
            var last = settings.delayed() && canComeBack(image) ? Image.Status.PENDING_DELETE : Image.Status.DELETED;
            if (images.markGone(id, image.status(), last, clock.instant())) {
                boolean kept = last == Image.Status.PENDING_DELETE;
                if (kept) {
                    bin.note(id, image.status());
                }
                return new Ended(image, kept);
            }
        }
        throw ImageFaults.statusMoved(id);
    }

    /** An image that is still on its way has nothing that is worth keeping. */
    private static boolean canComeBack(Image image) {
        return ImageTransitions.allow(image.status(), Image.Status.PENDING_DELETE)
                && image.locations().stream().anyMatch(ImageLocation::isReadable);
    }

    /**
     * Takes the deletion of an image back: everything that was deleted with it is there again, with the status that it
     * had. Whoever may not do so is told what everybody is told about deleted images.
     *
     * @throws Fault NOT_FOUND also when its data is gone, CONFLICT when it is not deleted or its data is being removed,
     *     TOO_LARGE when the project has no room for it any more
     */
    @Audited
    public void restore(Caller caller, String id) {
        requireWritable(caller);
        var owner = find(caller, id).image().owner();
        quota.takeTurn(owner);
        images.hold(id);
        var binned = find(caller, id);
        if (!binned.whole()) {
            throw ImageFaults.dataLeaves(id);
        }
        var size = binned.image().content().size();
        quota.requireRoomForReturn(owner, size == null ? 0 : size * binned.copies());
        if (!bin.restore(binned, clock.instant())) {
            throw ImageFaults.statusMoved(id);
        }
    }

    /**
     * A deleted image whose deletion can be taken back as long as its data is kept.
     *
     * @param image without what hangs on it
     * @param former the status that it comes back with
     * @param deletedAt when it was deleted
     * @param keptUntil until when its data is kept at least
     * @param whole whether its data is complete; it does not come back otherwise
     */
    public record Kept(Image image, Image.Status former, Instant deletedAt, Instant keptUntil, boolean whole) {}

    /**
     * The deleted images that the caller may take back, last deleted first. The page keeps saying whether it was full
     * when policy left some of them out.
     *
     * @param everybody whether the images of all projects are wanted rather than those of the caller's; only
     *     administrators get them
     * @param page which page, in either direction
     * @throws Fault INVALID for a marker that is not one of these images
     */
    public Page<Kept> kept(Caller caller, boolean everybody, PageRequest page) {
        boolean all = everybody && access.isAdministrator(caller);
        if ((caller.project() == null && !all) || !access.allowsOnOwn(caller, ImagePermission.RESTORE_IMAGE)) {
            return new Page<>(List.of(), false);
        }
        var found = bin.page(all ? null : caller.project(), page);
        var allowed = found.items().stream()
                .filter(binned -> access.allows(caller, ImagePermission.RESTORE_IMAGE, binned.image()))
                .map(this::kept)
                .toList();
        return new Page<>(allowed, found.full());
    }

    private Kept kept(ImageBin.Binned binned) {
        var until = binned.deletedAt().plus(settings.keep().toDuration());
        return new Kept(binned.image(), binned.former(), binned.deletedAt(), until, binned.whole());
    }

    private ImageBin.Binned find(Caller caller, String id) {
        var binned = bin.find(id);
        if (binned.isEmpty()) {
            access.find(caller, id);
            throw ImageFaults.notDeleted(id);
        }
        return binned.filter(found -> access.allows(caller, ImagePermission.RESTORE_IMAGE, found.image()))
                .orElseThrow(() -> ImageFaults.unknown(id));
    }

    private static void requireWritable(Caller caller) {
        if (caller.readOnly()) {
            throw ImageFaults.readOnlyCaller();
        }
    }
}
