package io.github.predella.images;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.core.SafeToRepeat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Who may have the data of an image. Each method is one short transaction. */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class ReadingService {

    private ImageAccess access;

    /** For the container's proxy only. */
    protected ReadingService() {}

    @Inject
    public ReadingService(ImageAccess access) {
        this.access = access;
    }

    /** The image, provided it exists for the caller; no rule is asked. Throws {@link Fault} NOT_FOUND. */
    public Image find(Caller caller, String id) {
        return access.find(caller, id);
    }

    /**
     * The image, provided the caller may download it.
     *
     * @param choosingStore whether the caller wants to choose the store, which is a right of its own
     * @throws Fault NOT_FOUND, or FORBIDDEN, the latter also for a deactivated image
     */
    public Image download(Caller caller, String id, boolean choosingStore) {
        var image = access.find(caller, id);
        if (image.status() == Image.Status.DEACTIVATED && !access.isAdministrator(caller)) {
            throw ImageFaults.deactivated();
        }
        access.require(caller, ImagePermission.DOWNLOAD_IMAGE, image);
        if (choosingStore) {
            access.require(caller, ImagePermission.DOWNLOAD_FROM_STORE, image);
        }
        return image;
    }
}
