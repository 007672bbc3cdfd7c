package io.github.predella.store;

import io.github.predella.flow.ByteRange;
import java.io.InputStream;

/** A store that can begin in the midst of an object. From others one reads from the beginning and skips. */
public interface RangeReading extends ObjectStore {

    /**
     * Opens a stretch of an object; the stream ends with the stretch.
     *
     * @throws StoreFault as for {@link ObjectStore#open(Location)}, and INVALID when the stretch is not wholly inside
     *     the object
     */
    InputStream open(Location at, ByteRange range);
}
