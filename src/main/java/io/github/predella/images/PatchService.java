package io.github.predella.images;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.store.StoreFault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Changes images as patches say, also where their data is. What a patch needs of stores is asked before it is applied,
 * and only on behalf of callers who may apply it; data that is to go goes afterwards.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
public class PatchService {

    private static final Logger LOG = Logger.getLogger(PatchService.class.getName());

    private ImageService images;
    private AdoptingStores adopting;
    private DataRemoval removal;

    /** For the container's proxy only. */
    protected PatchService() {}

    @Inject
    public PatchService(ImageService images, AdoptingStores adopting, DataRemoval removal) {
        this.images = images;
        this.adopting = adopting;
        this.removal = removal;
    }

    /**
     * Applies all operations or none.
     *
     * @return what the caller may see of the image; places that were added stand where the patch has put them, though
     *     only in this answer
     * @throws Fault as {@link ImageService#patch} and images-api say; also when a store keeps a copy that is to go, which
     *     then stays
     */
    public Image patch(Caller caller, String id, ImagePatch patch) {
        if (!patch.concernsLocations()) {
            return images.patch(caller, id, patch);
        }
        var planned = images.rehearse(caller, id, patch);
        var sizes = new HashMap<String, Long>();
        for (ImageLocation place : planned.locations()) {
            if (place.row() == null) {
                sizes.put(place.url(), size(place));
            }
        }
        var moved = images.move(caller, id, patch, sizes);
        moved.withdrawn().forEach(removal::removeWithdrawn);
        return moved.image();
    }

    private long size(ImageLocation place) {
        try {
            return adopting.size(place);
        } catch (StoreFault fault) {
            LOG.log(Level.INFO, "a location is not taken over", fault);
            throw ImageFaults.noDataThere();
        }
    }
}
