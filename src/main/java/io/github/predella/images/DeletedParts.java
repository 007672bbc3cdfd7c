package io.github.predella.images;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * The stored rows of what hung on images and is deleted. They are kept for a while, and what is removed here does not
 * come back. The records of images themselves always stay, so that no id is ever given to another image.
 */
public interface DeletedParts {

    /** What hangs on images. */
    enum Kind {
        PROPERTIES,
        TAGS,
        MEMBERS,
        LOCATIONS
    }

    /**
     * Removes some rows for good. Rows of images in the bin stay, as do those of copies whose data is not gone yet.
     * Wants a running transaction of the caller's and joins it.
     *
     * @param before they were deleted before that moment
     * @param afterRow only rows with a higher number than this one
     * @param limit how many at most
     * @return the number of the last row that was removed; empty when there are no more
     */
    OptionalLong remove(Kind kind, Instant before, long afterRow, int limit);
}
