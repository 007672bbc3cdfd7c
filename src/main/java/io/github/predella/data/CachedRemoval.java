package io.github.predella.data;

import io.github.predella.cache.CacheUpkeep;
import io.github.predella.images.ImageDeleted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Removes the copies of images that are deleted here. Those of other nodes go by their {@link CacheCleanJob}. */
@ApplicationScoped
public class CachedRemoval {

    private static final Logger LOG = Logger.getLogger(CachedRemoval.class.getName());

    private CacheUpkeep upkeep;

    /** For the container's proxy only. */
    protected CachedRemoval() {}

    @Inject
    public CachedRemoval(CacheUpkeep upkeep) {
        this.upkeep = upkeep;
    }

    void onDeletion(@Observes ImageDeleted deletion) {
        String id = deletion.image().id();
        try {
            upkeep.imageGone(id);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, failure, () -> "the cache still has the deleted image " + id);
        }
    }
}
