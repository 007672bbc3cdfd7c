package io.github.predella.images;

import io.github.predella.store.Location;
import io.github.predella.store.StoreFault;
import io.github.predella.store.StoreRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Removes the data of deleted images from its stores. What was to be removed stays written down until it is gone, so
 * neither a crash nor a store that is away leaves data behind for good.
 */
@ApplicationScoped
public class DataRemoval {

    private static final Logger LOG = Logger.getLogger(DataRemoval.class.getName());
    private static final int BATCH = 100;

    private RemovalService ledger;
    private StoreRegistry stores;

    /** For the container's proxy only. */
    protected DataRemoval() {}

    @Inject
    public DataRemoval(RemovalService ledger, StoreRegistry stores) {
        this.ledger = ledger;
        this.stores = stores;
    }

    /** Removes the data of one deleted image. */
    public void removeOf(String imageId) {
        remove(ledger.of(imageId), new HashSet<>());
    }

    /**
     * Removes what is left of all deleted images, some at a time. What a store refuses now is tried again next time and
     * keeps nothing else waiting; a store that is away is asked once only.
     */
    public void removeAll() {
        var away = new HashSet<String>();
        var batch = ledger.some(0, BATCH);
        while (!batch.isEmpty()) {
            remove(batch, away);
            batch = ledger.some(batch.get(batch.size() - 1).row(), BATCH);
        }
    }

    /** @param away the stores that do not answer; more of them may be added */
    private void remove(List<ImageLocation> locations, Set<String> away) {
        for (ImageLocation location : locations) {
            if (isGone(location, away)) {
                ledger.removed(location);
            }
        }
    }

    private boolean isGone(ImageLocation location, Set<String> away) {
        try {
            var at = new Location(location.url(), location.store(), location.metadata());
            var holder = stores.holding(at);
            if (holder.isEmpty()) {
                LOG.warning(() -> "no configured store holds the " + location + " of a deleted image");
                return false;
            }
            if (away.contains(holder.get().id())) {
                return false;
            }
            holder.get().store().delete(at);
            return true;
        } catch (IllegalArgumentException noAddress) {
            return true;
        } catch (StoreFault fault) {
            return switch (fault.kind()) {
                case NOT_FOUND, UNSUPPORTED -> true;
                case EXISTS, FULL, DENIED, INVALID, UNAVAILABLE -> {
                    if (fault.kind() == StoreFault.Kind.UNAVAILABLE) {
                        away.add(fault.store());
                    }
                    LOG.log(Level.WARNING, "data of a deleted image stays for now", fault);
                    yield false;
                }
            };
        }
    }
}
