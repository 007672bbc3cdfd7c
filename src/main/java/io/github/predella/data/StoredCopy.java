package io.github.predella.data;

import io.github.predella.flow.ByteRange;
import io.github.predella.images.ImageLocation;
import io.github.predella.store.ConfiguredStore;
import io.github.predella.store.FileServing;
import io.github.predella.store.Location;
import io.github.predella.store.RangeReading;
import io.github.predella.store.StoreFault;
import io.github.predella.store.StoreRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A copy of an image's data together with the store that holds it, which is asked at each call. */
record StoredCopy(ConfiguredStore holder, Location at) {

    /** The copy at a place of the ledger; throws {@link StoreFault} UNAVAILABLE when no configured store holds it. */
    static StoredCopy of(ImageLocation copy, StoreRegistry stores) {
        try {
            var at = copy.address();
            return stores.holding(at)
                    .map(holder -> new StoredCopy(holder, at))
                    .orElseThrow(() -> unavailable(copy, "is not configured", null));
        } catch (IllegalArgumentException noAddress) {
            throw unavailable(copy, "holds nothing at such an address", noAddress);
        }
    }

    private static StoreFault unavailable(ImageLocation copy, String why, Throwable cause) {
        return StoreFault.unavailable(String.valueOf(copy.store()), why, cause);
    }

    /** The local file, if this store has one; throws {@link StoreFault}. */
    Optional<FileServing.ServedFile> file() {
        return holder.store() instanceof FileServing files ? Optional.of(files.file(at)) : Optional.empty();
    }

    /**
     * The number of bytes.
     *
     * @param recorded what the ledger says, null when it does not
     * @param file the local file, if there is one
     * @throws StoreFault also when the store has another number than the ledger
     */
    long size(Long recorded, Optional<FileServing.ServedFile> file) {
        long actual = file.map(FileServing.ServedFile::size)
                .orElseGet(() -> holder.store().size(at).orElse(-1));
        if (recorded != null && actual >= 0 && recorded != actual) {
            throw StoreFault.unavailable(holder.id(), "a copy has " + actual + " bytes instead of " + recorded, null);
        }
        return recorded != null ? recorded : Math.max(actual, 0);
    }

    /** The wanted part, or all of it; throws {@link StoreFault} when the store does not open it. */
    InputStream open(Optional<ByteRange> range) throws IOException {
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
