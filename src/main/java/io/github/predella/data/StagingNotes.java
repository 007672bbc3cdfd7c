package io.github.predella.data;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The stored notes about staged data: which area holds it, and what was measured while it came in. Every method wants a
 * running transaction of the caller's and joins it.
 */
public interface StagingNotes {

    /** Notes that data for an image begins to come into an area. A former note about the image goes. */
    void begin(String imageId, String area, Instant when);

    /**
     * Notes that all of it is there.
     *
     * @return false, with nothing noted, when its beginning is noted no longer
     */
    boolean complete(Staged staged, Instant when);

    /** What is noted about an image. */
    Optional<Staged> find(String imageId);

    /** Forgets what is noted about an image, if anything is. */
    void remove(String imageId);

    /**
     * The images with notes from before a time, in the order of their ids.
     *
     * @param after only ids behind this one
     * @param limit so many at most
     */
    List<String> before(Instant time, String after, int limit);

    /** Forgets what was noted about an image before a time; what was noted later stays. */
    void removeBefore(String imageId, Instant time);

    /** What is noted about an area, in the order of the images' ids. */
    List<Staged> inArea(String area);
}
