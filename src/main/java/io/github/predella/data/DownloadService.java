package io.github.predella.data;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.flow.ByteRange;
import io.github.predella.images.Image;
import io.github.predella.images.ImageLocation;
import io.github.predella.images.ReadingService;
import io.github.predella.store.ConfiguredStore;
import io.github.predella.store.FileServing;
import io.github.predella.store.Location;
import io.github.predella.store.RangeReading;
import io.github.predella.store.StoreFault;
import io.github.predella.store.StoreRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Finds the data that a caller may have. Sending it is the door's business. */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
public class DownloadService {

    private static final Logger LOG = Logger.getLogger(DownloadService.class.getName());

    private ReadingService rights;
    private StoreRegistry stores;
    private DownloadPlaces places;

    /** For the container's proxy only. */
    protected DownloadService() {}

    @Inject
    public DownloadService(ReadingService rights, StoreRegistry stores, DownloadPlaces places) {
        this.rights = rights;
        this.stores = stores;
        this.places = places;
    }

    /**
     * The data of an image, or of a part of it.
     *
     * @param wanted which part, and from which stores rather than from others
     * @return the data, to be closed by the caller; empty when the image has none yet
     * @throws Fault as images-api lists them for {@code GET …/file}
     */
    public Optional<Download> open(Caller caller, String id, DownloadRequest wanted) {
        var image = rights.download(caller, id, !wanted.preferredStores().isEmpty());
        requireKnown(wanted.preferredStores());
        var locations = inOrder(image, wanted.preferredStores());
        if (locations.isEmpty()) {
            return Optional.empty();
        }
        var place = places.take(id);
        boolean opened = false;
        try {
            var download = firstReadable(image, locations, wanted, place);
            opened = true;
            return Optional.of(download);
        } finally {
            if (!opened) {
                place.close();
            }
        }
    }

    private void requireKnown(List<String> preferred) {
        if (!preferred.isEmpty() && !stores.multiStore()) {
            throw DataFaults.preferNeedsStores();
        }
        for (String store : preferred) {
            if (stores.byId(store).isEmpty()) {
                throw DataFaults.unknownStore(store);
            }
        }
    }

    /** The preferred stores first, then by weight. */
    private List<Location> inOrder(Image image, List<String> preferred) {
        var readable = image.locations().stream()
                .filter(location -> location.status().equals(ImageLocation.ACTIVE))
                .map(location -> new Location(location.url(), location.store(), location.metadata()))
                .toList();
        var ordered = new ArrayList<Location>();
        for (String store : preferred) {
            readable.stream().filter(at -> store.equals(at.store())).forEach(ordered::add);
        }
        stores.inReadingOrder(readable).stream()
                .filter(at -> !ordered.contains(at))
                .forEach(ordered::add);
        return ordered;
    }

    private Download firstReadable(
            Image image, List<Location> locations, DownloadRequest wanted, DownloadPlaces.Place place) {
        Fault last = DataFaults.nowhereReadable();
        for (Location at : locations) {
            try {
                return readable(image, at, wanted, place);
            } catch (StoreFault fault) {
                LOG.log(Level.WARNING, fault, () -> "a copy of image " + image.id() + " cannot be read");
                last = fault.toFault();
            }
        }
        throw last;
    }

    private Download readable(Image image, Location at, DownloadRequest wanted, DownloadPlaces.Place place) {
        var holder = stores.holding(at)
                .orElseThrow(() -> StoreFault.unavailable(String.valueOf(at.store()), "is not configured", null));
        Optional<FileServing.ServedFile> file =
                holder.store() instanceof FileServing files ? Optional.of(files.file(at)) : Optional.empty();
        long size = size(image, holder, at, file);
        var range = ByteRange.requested(wanted.range(), wanted.contentRange(), size);
        return new Download(image, size, range, file, () -> stream(holder, at, range), place);
    }

    private static long size(Image image, ConfiguredStore holder, Location at, Optional<FileServing.ServedFile> file) {
        long actual = file.map(FileServing.ServedFile::size)
                .orElseGet(() -> holder.store().size(at).orElse(-1));
        Long recorded = image.content().size();
        if (recorded != null && actual >= 0 && recorded != actual) {
            throw StoreFault.unavailable(holder.id(), "a copy has " + actual + " bytes instead of " + recorded, null);
        }
        return recorded != null ? recorded : Math.max(actual, 0);
    }

    private static InputStream stream(ConfiguredStore holder, Location at, Optional<ByteRange> range)
            throws IOException {
        if (range.isEmpty()) {
            return holder.store().open(at);
        }
        if (holder.store() instanceof RangeReading ranges) {
            return ranges.open(at, range.get());
        }
        var stream = holder.store().open(at);
        stream.skipNBytes(range.get().offset());
        return stream;
    }
}
