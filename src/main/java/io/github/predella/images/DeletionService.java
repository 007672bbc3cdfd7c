package io.github.predella.images;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.observe.Audited;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Deletes images and single copies: first the record, so that nobody reads data that is going away, then the data. */
@ApplicationScoped
public class DeletionService {

    private DisposalService disposals;
    private CopyService copies;
    private DataRemoval removal;
    private Event<ImageDeleted> deleted;

    /** For the container's proxy only. */
    protected DeletionService() {}

    @Inject
    public DeletionService(
            DisposalService disposals, CopyService copies, DataRemoval removal, Event<ImageDeleted> deleted) {
        this.disposals = disposals;
        this.copies = copies;
        this.removal = removal;
        this.deleted = deleted;
    }

    /**
     * Deletes an image. Its data is removed now, or by a job later: when it is to be kept for a while, and when a store
     * does not let go of it.
     *
     * @throws Fault as {@link DisposalService#delete}
     */
    @Audited
    public void delete(Caller caller, String id) {
        var ended = disposals.delete(caller, id);
        deleted.fire(new ImageDeleted(ended.image()));
        if (!ended.kept() && !ended.image().locations().isEmpty()) {
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
    @Audited
    public void deleteCopy(Caller caller, String store, String id) {
        removal.removeWithdrawn(copies.withdraw(caller, store, id));
    }
}
