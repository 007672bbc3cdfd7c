package io.github.predella.images;

import io.github.predella.core.Fault;
import io.github.predella.store.ConfiguredStore;
import io.github.predella.store.StoreFault;
import io.github.predella.store.StoreRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Removes the data of deleted images, and deleted copies, from the stores. What was to be removed stays written down
 * until it is gone, so neither a crash nor a store that is away leaves data behind for good.
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
        removeOf(imageId, new HashSet<>());
    }

    /**
     * Removes the data of one deleted image.
     *
     * @param away ids of stores that do not answer and are not asked; more of them may be added
     */
    void removeOf(String imageId, Set<String> away) {
        remove(ledger.of(imageId), away);
    }

    /**
     * Removes a copy that was withdrawn from an image which lives on. What a store that does not answer may or may not
     * have removed is not put back, because the record would then count on it; it is removed later.
     *
     * @throws Fault when the store keeps the data: the copy is back in the record then, unless the image has been
     *     deleted meanwhile
     */
    void removeWithdrawn(ImageLocation copy) {
        try {
            stores.byId(copy.store())
                    .orElseThrow(() -> StoreFault.unavailable(copy.store(), "is not configured", null))
                    .store()
                    .delete(copy.address());
            ledger.removed(copy);
        } catch (IllegalArgumentException noAddress) {
            ledger.removed(copy);
        } catch (StoreFault fault) {
            switch (fault.kind()) {
                case NOT_FOUND, UNSUPPORTED -> ledger.removed(copy);
                case UNAVAILABLE -> LOG.log(Level.WARNING, "a copy of an image is removed later", fault);
                case EXISTS, FULL, DENIED, IN_USE, INVALID -> {
                    ledger.restore(copy);
                    throw fault.toFault();
                }
            }
        }
    }

    /** Removes copies that were taken out of a living image for good; what a store keeps now is removed later. */
    public void removeForGood(List<ImageLocation> copies) {
        remove(copies, new HashSet<>());
    }

    /**
     * Removes what is left of all deleted images and copies, some at a time. What a store refuses now is tried again
     * next time and keeps nothing else waiting; a store that is away is asked once only.
     */
    public void removeAll() {
        ledger.takeOverForgotten();
        var away = new HashSet<String>();
        var batch = ledger.some(0, BATCH);
        while (!batch.isEmpty()) {
            remove(batch, away);
            batch = ledger.some(batch.get(batch.size() - 1).row(), BATCH);
        }
    }

    /**
     * Ids of the stores that still have recorded copies of a deleted image, because they are kept for a while or could
     * not be removed yet.
     */
    public Set<String> holders(String deletedImage) {
        return ledger.of(deletedImage).stream()
                .map(this::holder)
                .flatMap(Optional::stream)
                .map(ConfiguredStore::id)
                .collect(Collectors.toSet());
    }

    private Optional<ConfiguredStore> holder(ImageLocation copy) {
        try {
            return stores.holding(copy.address());
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
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
            var at = location.address();
            var holder = stores.holding(at);
            if (holder.isEmpty()) {
                LOG.warning(() -> "no configured store holds the " + location + " that is to be removed");
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
                case EXISTS, FULL, DENIED, IN_USE, INVALID, UNAVAILABLE -> {
                    if (fault.kind() == StoreFault.Kind.UNAVAILABLE) {
                        away.add(fault.store());
                    }
                    LOG.log(Level.WARNING, "data that is to be removed stays for now", fault);
                    yield false;
                }
            };
        }
    }
}
