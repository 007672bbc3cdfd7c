package io.github.predella.imports;

import io.github.predella.core.Fault;
import io.github.predella.images.ImageContent;
import io.github.predella.images.ImageLocation;
import io.github.predella.images.ImageNotices;
import io.github.predella.images.ImportRecordService;
import io.github.predella.images.ImportRecordService.Arrival;
import io.github.predella.images.ImportRoomService;
import io.github.predella.store.ConfiguredStore;
import io.github.predella.store.StoreFault;
import io.github.predella.store.StoreRegistry;
import io.github.predella.store.StoredObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sees to it that a store has the data and the record says so, or that neither is the case. */
@ApplicationScoped
public class StoreDelivery {

    private static final Logger LOG = Logger.getLogger(StoreDelivery.class.getName());

    private ImportRecordService ledger;
    private ImportRoomService rooms;
    private StoreRegistry stores;
    private StoreSending sending;
    private ImageNotices notices;

    /** For the container's proxy only. */
    protected StoreDelivery() {}

    @Inject
    public StoreDelivery(
            ImportRecordService ledger,
            ImportRoomService rooms,
            StoreRegistry stores,
            StoreSending sending,
            ImageNotices notices) {
        this.ledger = ledger;
        this.rooms = rooms;
        this.stores = stores;
        this.sending = sending;
        this.notices = notices;
    }

    /**
     * Brings the data to a store. A store that does not take it is noted as failed.
     *
     * @param content what was measured of the data
     * @param shared whether a store shares the bytes of the source's file; to be noted here when this one does
     * @throws Missed when the store has not got it
     * @throws Fault when the import cannot go on at all
     */
    void deliver(ImportRun run, ImportSource source, ImageContent content, String store, AtomicBoolean shared)
            throws IOException, Missed {
        long size = content.size() == null ? 0 : content.size();
        reserve(run, store, size);
        boolean done = false;
        try {
            var target = stores.byId(store)
                    .filter(ConfiguredStore::writable)
                    .orElseThrow(() -> StoreFault.unavailable(store, "is not configured", null));
            var stored = sending.send(run, source, content, target, shared);
            var location = ImageLocation.in(target.id(), stored.location().address());
            boolean oneIsEnough = !run.request().allMustSucceed();
            register(run, target, stored, new Arrival(location, content, oneIsEnough, source.description()));
            done = true;
        } catch (StoreFault fault) {
            LOG.log(Level.WARNING, fault, () -> "the import into image " + run.imageId() + " fails in a store");
            throw missed(run, store, fault.toFault());
        } catch (IOException | Fault broken) {
            notices.uploadFailed(run.imageId(), broken.getMessage());
            throw broken;
        } finally {
            if (!done) {
                rooms.giveBack(run.imageId(), run.taskId(), size);
            }
        }
    }

    private void reserve(ImportRun run, String store, long size) throws Missed {
        try {
            notices.prepared(rooms.reserve(run.imageId(), run.taskId(), store, size), store);
        } catch (Fault full) {
            throw missed(run, store, full);
        }
    }

    private Missed missed(ImportRun run, String store, Fault reason) {
        notices.uploadFailed(run.imageId(), reason.getMessage());
        ledger.failed(run.imageId(), run.taskId(), List.of(store));
        return new Missed(reason);
    }

    private void register(ImportRun run, ConfiguredStore target, StoredObject stored, Arrival arrival) {
        boolean registered = false;
        try {
            ledger.arrived(run.imageId(), run.taskId(), arrival);
            registered = true;
        } finally {
            if (!registered) {
                target.store().delete(stored.location());
            }
        }
    }

    /** A store that has not got the data. */
    static final class Missed extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Fault reason;

        Missed(Fault reason) {
            super(reason);
            this.reason = reason;
        }

        /** Why not, for users. */
        Fault reason() {
            return reason;
        }
    }
}
