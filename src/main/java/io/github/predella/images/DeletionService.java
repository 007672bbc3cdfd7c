package io.github.predella.images;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Deletes images: first the record, so that nobody reads data that is going away, then the data. */
@ApplicationScoped
public class DeletionService {

    private ImageService images;
    private DataRemoval removal;

    /** For the container's proxy only. */
    protected DeletionService() {}

    @Inject
    public DeletionService(ImageService images, DataRemoval removal) {
        this.images = images;
        this.removal = removal;
    }

    /**
     * Deletes an image. Data that a store does not let go of now is removed by a job later; the caller need not wait
     * for it.
     *
     * @throws Fault as {@link ImageService#delete}
     */
    public void delete(Caller caller, String id) {
        var image = images.delete(caller, id);
        if (!image.locations().isEmpty()) {
            removal.removeOf(id);
        }
    }
}
