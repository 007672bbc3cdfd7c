package io.github.predella.store;

import java.time.Instant;
import java.util.List;

/** A store in which a writer that dies leaves something behind, invisible but taking space. */
public interface LeftoverSweeping extends ObjectStore {

    /**
     * Removes what dead writers have left behind. What belongs to living ones stays, also to those of other processes
     * that share the store.
     *
     * @param before what was written to later than this stays in any case; should be some minutes ago
     * @return what was removed, in words for the log
     * @throws StoreFault when the store cannot be looked through
     */
    List<String> sweep(Instant before);
}
