package io.github.predella.format;

import java.util.Optional;

/** Recognises one format. It sees the stream from its first byte on, in order, for as long as it asks to. */
interface FormatInspector {

    /**
     * Looks at the next bytes; keeps no reference to the array.
     *
     * @param position where in the stream the chunk begins
     * @return whether later bytes are wanted; after false this is not called again
     */
    boolean accept(long position, byte[] chunk, int from, int count);

    /**
     * The stream has ended.
     *
     * @param size its length
     * @return what was found, empty when the data does not have this format
     */
    Optional<Finding> finish(long size);
}
