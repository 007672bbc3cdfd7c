package io.github.predella.store;

import java.io.Closeable;
import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A place that keeps objects. What some stores can do beyond this is said by further interfaces: {@link RangeReading},
 * {@link FileServing}, {@link FileAdopting}, {@link LocationAdopting}.
 *
 * <p>Promises, proven for each store by the same set of tests:
 *
 * <ul>
 *   <li>an object is invisible until its writer commits, and complete from then on;
 *   <li>a verb that a store lacks answers UNSUPPORTED, never silence;
 *   <li>every failure of a verb is a {@link StoreFault} with this store's id; reading a stream that a verb has handed
 *       out may fail with an IOException;
 *   <li>a location that is not this store's own is refused;
 *   <li>a store is safe for use by many threads; a writer and a stream belong to one thread at a time.
 * </ul>
 */
public interface ObjectStore extends Closeable {

    /**
     * Begins a new object.
     *
     * @param expectedSize the announced number of bytes, empty when unknown; a different number in the end is INVALID
     * @throws StoreFault EXISTS when there is an object of that name, FULL, DENIED, UNSUPPORTED, UNAVAILABLE
     */
    ObjectWriter create(ObjectName name, OptionalLong expectedSize);

    /**
     * Opens an object for reading from its beginning. Closing the stream unread leaks nothing.
     *
     * @throws StoreFault NOT_FOUND, DENIED, UNSUPPORTED, UNAVAILABLE
     */
    InputStream open(Location at);

    /**
     * The number of bytes of an object, empty when the store cannot tell without reading.
     *
     * @throws StoreFault as for {@link #open}
     */
    OptionalLong size(Location at);

    /**
     * Removes an object.
     *
     * @throws StoreFault NOT_FOUND when it is missing, which the caller may ignore; IN_USE, DENIED, UNSUPPORTED, with
     *     the object still there; UNAVAILABLE, when nobody knows whether it is
     */
    void delete(Location at);

    /**
     * Removes the object of that name, wherever this store has put it: for an object whose writer died before anybody
     * could note where it went. Nothing happens when there is none.
     *
     * @throws StoreFault DENIED, UNSUPPORTED, UNAVAILABLE
     */
    void discard(ObjectName name);

    /**
     * Tells the store itself who may read an object, for stores that users can reach directly. Others have nothing to
     * do.
     *
     * @param projects ids of the projects that may read
     * @param everyone whether everybody may
     */
    default void share(Location at, Collection<String> projects, boolean everyone) {}

    /** Whether a location's address has this store's form and lies inside it. Answers without asking any device. */
    boolean owns(Location at);

    /**
     * How the store is set up, for administrators, under the names that clients know. Values are texts, whole numbers
     * or truth values; credentials are not among them.
     */
    default Map<String, Object> properties() {
        return Map.of();
    }

    /** Releases threads and connections. Objects being written are lost. */
    @Override
    void close();
}
