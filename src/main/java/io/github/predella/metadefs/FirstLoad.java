package io.github.predella.metadefs;

import java.time.Instant;

/** Remembers that the catalogue of a deployment was filled. Wants a running transaction and joins it. */
public interface FirstLoad {

    /**
     * Notes that it is filled now.
     *
     * @return false, with nothing changed, when that was noted before
     */
    boolean claim(Instant now);
}
