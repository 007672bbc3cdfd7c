package io.github.predella.data;

import io.github.predella.images.Image;
import io.github.predella.images.ImageLocation;
import io.github.predella.images.ReadableCopies;
import io.github.predella.store.StoreFault;
import io.github.predella.store.StoreRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Reads the data of images for the service itself; nobody's permission is asked. */
@ApplicationScoped
public class CopyReading {

    private static final Logger LOG = Logger.getLogger(CopyReading.class.getName());

    private ReadableCopies copies;
    private StoreRegistry stores;

    /** For the container's proxy only. */
    protected CopyReading() {}

    @Inject
    public CopyReading(ReadableCopies copies, StoreRegistry stores) {
        this.copies = copies;
        this.stores = stores;
    }

    /** Opens one copy; throws {@link StoreFault}. */
    public InputStream open(ImageLocation copy) throws IOException {
        return StoredCopy.of(copy, stores).open(Optional.empty());
    }

    /**
     * Opens the first copy that can be read.
     *
     * @throws StoreFault UNAVAILABLE when there is none, otherwise what the last store said
     */
    public InputStream open(Image image) throws IOException {
        StoreFault last = StoreFault.unavailable("-", "no copy of the image can be read", null);
        for (ImageLocation location : copies.of(image)) {
            try {
                return open(location);
            } catch (StoreFault fault) {
                LOG.log(Level.WARNING, fault, () -> "a copy of image " + image.id() + " cannot be read");
                last = fault;
            }
        }
        throw last;
    }
}
