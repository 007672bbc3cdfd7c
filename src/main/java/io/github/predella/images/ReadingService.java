package io.github.predella.images;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.core.SafeToRepeat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;

/** Who may have the data of an image. Each method is one short transaction. */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class ReadingService {

    private static final Set<Image.Status> READABLE = Set.of(Image.Status.ACTIVE, Image.Status.DEACTIVATED);

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

    /** For the service itself: the image, provided its data may be read. Nobody's permission is asked. */
    public Optional<Image> readable(String id) {
        return access.find(id).filter(image -> READABLE.contains(image.status()));
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
