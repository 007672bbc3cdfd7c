package io.github.predella.store;

/** A store that knows how much room is left on its devices. */
public interface SpaceTelling extends ObjectStore {

    /**
     * Room on devices, each counted once.
     *
     * @param free bytes that this process may still write
     * @param total bytes that there are
     */
    record Space(long free, long total) {}

    /**
     * The room at this moment.
     *
     * @throws StoreFault UNAVAILABLE when a device does not answer
     */
    Space space();
}
