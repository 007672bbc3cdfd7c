package io.github.predella.images;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.core.SafeToRepeat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Where the data of images is, for the services that may know. Each method is one transaction. */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class LocationService {

    private ImageAccess access;

    /** For the container's proxy only. */
    protected LocationService() {}

    @Inject
    public LocationService(ImageAccess access) {
        this.access = access;
    }

    /** The readable copies of an image; throws {@link Fault} NOT_FOUND or FORBIDDEN. */
    public List<ImageLocation> list(Caller caller, String id) {
        var image = access.find(caller, id);
        access.require(caller, ImagePermission.FETCH_IMAGE_LOCATION, image);
        return image.locations().stream()
                .filter(location -> location.status().equals(ImageLocation.ACTIVE))
                .toList();
    }
}
