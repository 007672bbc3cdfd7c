package io.github.predella.data;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.flow.ByteRange;
import io.github.predella.images.Image;
import io.github.predella.images.ImageLocation;
import io.github.predella.images.ImageNotices;
import io.github.predella.images.ReadableCopies;
import io.github.predella.images.ReadingService;
import io.github.predella.store.FileServing.ServedFile;
import io.github.predella.store.StoreFault;
import io.github.predella.store.StoreRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.LinkedHashSet;
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
    private ReadableCopies copies;
    private StoreRegistry stores;
    private DownloadPlaces places;
    private CachedCopies cached;
    private ImageNotices notices;

    /** For the container's proxy only. */
    protected DownloadService() {}

    @Inject
    public DownloadService(
            ReadingService rights,
            ReadableCopies copies,
            StoreRegistry stores,
            DownloadPlaces places,
            CachedCopies cached,
            ImageNotices notices) {
        this.rights = rights;
        this.copies = copies;
        this.stores = stores;
        this.places = places;
        this.cached = cached;
        this.notices = notices;
    }

    /**
     * The data of an image, or of a part of it, from the cache or else from the first copy that can be read. When that
     * one cannot be opened in the end, the next ones are tried.
     *
     * @param wanted which part, and from which stores rather than from others, should it not be in the cache
     * @return the data, to be closed by the caller; empty when the image has none yet
     * @throws Fault as images-api lists them for {@code GET …/file}
     */
    public Optional<Download> open(Caller caller, String id, DownloadRequest wanted) {
        var image = rights.download(caller, id, !wanted.preferredStores().isEmpty());
        requireKnown(wanted.preferredStores());
        var candidates = inOrder(image, wanted.preferredStores());
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        var place = places.take(id);
        boolean opened = false;
        try {
            var download = cachedOrStored(new Wanted(caller, image, wanted, place), candidates);
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

    /** The preferred stores first, then all others in the usual order. */
    private List<ImageLocation> inOrder(Image image, List<String> preferred) {
        var readable = copies.of(image);
        var ordered = new LinkedHashSet<ImageLocation>();
        for (String store : preferred) {
            readable.stream().filter(copy -> store.equals(copy.store())).forEach(ordered::add);
        }
        ordered.addAll(readable);
        return List.copyOf(ordered);
    }

    private Download cachedOrStored(Wanted wanted, List<ImageLocation> candidates) {
        return cached.of(wanted.image())
                .map(file -> fromCache(wanted, file, candidates))
                .orElseGet(() -> firstReadable(wanted, candidates, DataFaults.nowhereReadable()));
    }

    private Download fromCache(Wanted wanted, ServedFile file, List<ImageLocation> candidates) {
        var range = wanted.range(file.size());
        Download.Source source = () -> {
            try {
                return CachedCopies.open(file, range);
            } catch (IOException vanished) {
                return firstReadable(wanted, candidates, DataFaults.nowhereReadable())
                        .source()
                        .open();
            }
        };
        return download(
                wanted, file.size(), Optional.of(file), source, wanted.request().to());
    }

    /** @param otherwise what is thrown when there is no copy to try */
    private Download firstReadable(Wanted wanted, List<ImageLocation> candidates, Fault otherwise) {
        Fault last = otherwise;
        for (int i = 0; i < candidates.size(); i++) {
            try {
                return readable(wanted, candidates.get(i), candidates.subList(i + 1, candidates.size()));
            } catch (StoreFault fault) {
                last = passedOver(wanted.image(), fault);
            }
        }
        throw last;
    }

    private Download readable(Wanted wanted, ImageLocation location, List<ImageLocation> others) {
        var copy = StoredCopy.of(location, stores);
        var file = copy.file();
        long size = copy.size(wanted.image().content().size(), file);
        var range = wanted.range(size);
        Download.Source source = () -> {
            try {
                var data = copy.open(range);
                return range.isEmpty() && file.isEmpty() ? cached.filling(wanted.image(), data) : data;
            } catch (StoreFault fault) {
                return firstReadable(wanted, others, passedOver(wanted.image(), fault))
                        .source()
                        .open();
            }
        };
        return download(wanted, size, file, source, null);
    }

    /** @param told the address that others are told of, which is done for what comes from the cache only; else null */
    private Download download(
            Wanted wanted, long size, Optional<ServedFile> file, Download.Source source, String told) {
        Download.Receipt receipt =
                (sent, expected) -> notices.sent(wanted.image(), wanted.caller(), told, sent, expected);
        return new Download(wanted.image(), size, wanted.range(size), file, source, wanted.place(), receipt);
    }

    private static Fault passedOver(Image image, StoreFault fault) {
        LOG.log(Level.WARNING, fault, () -> "a copy of image " + image.id() + " cannot be read");
        return fault.toFault();
    }

    /** What somebody has got a place for. */
    private record Wanted(Caller caller, Image image, DownloadRequest request, DownloadPlaces.Place place) {

        /** The part that is wanted of so many bytes. */
        Optional<ByteRange> range(long size) {
            return ByteRange.requested(request.range(), request.contentRange(), size);
        }
    }
}
