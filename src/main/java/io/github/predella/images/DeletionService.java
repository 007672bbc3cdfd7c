package io.github.predella.images;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Deletes images and single copies: first the record, so that nobody reads data that is going away, then the data. */
@ApplicationScoped
public class DeletionService {

    private ImageService images;
    private CopyService copies;
    private DataRemoval removal;
    private Event<ImageDeleted> deleted;

    /** For the container's proxy only. */
    protected DeletionService() {}

    @Inject
    public DeletionService(ImageService images, CopyService copies, DataRemoval removal, Event<ImageDeleted> deleted) {
        this.images = images;
        this.copies = copies;
        this.removal = removal;
        this.deleted = deleted;
    }

    /**
     * Deletes an image. Data that a store does not let go of now is removed by a job later; the caller need not wait
     * for it.
     *
     * @throws Fault as {@link ImageService#delete}
     */
    public void delete(Caller caller, String id) {
        var image = images.delete(caller, id);
        deleted.fire(new ImageDeleted(image));
        if (!image.locations().isEmpty()) {
            removal.removeOf(id);
        }
    }

    /**
     * Deletes the copy that one store holds. When the store does not answer, the copy has left the record all the same
     * and is removed by a job later; when the store keeps the data, so does the record.
     *
     * @throws Fault as {@link CopyService#withdraw}; CONFLICT when the data is in use in the store, UNAVAILABLE when
     *     the store refuses otherwise
     */
    public void deleteCopy(Caller caller, String store, String id) {
        removal.removeWithdrawn(copies.withdraw(caller, store, id));
    }
}
