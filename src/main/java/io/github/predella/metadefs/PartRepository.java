package io.github.predella.metadefs;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The stored parts of one kind. Every method wants a running transaction of the caller's and joins it. Namespaces are
 * named by their numbers.
 *
 * @param <P> the kind of part
 */
public interface PartRepository<P extends Part> {

    /** All of a namespace in the order in which they were made. */
    List<P> list(int namespace);

    /** All of several namespaces by their numbers, each list in that order; one statement. */
    Map<Integer, List<P>> lists(List<Integer> namespaces);

    Optional<P> find(int namespace, String name);

    /**
     * Stores a new part whose name is free in the namespace.
     *
     * @return the same with the given time
     */
    default P insert(int namespace, P wanted, Instant now) {
        return insertAll(namespace, List.of(wanted), now).get(0);
    }

    /**
     * Stores new parts, in this order, whose names are free in the namespace and differ.
     *
     * @return the same with the given time
     */
    List<P> insertAll(int namespace, List<P> wanted, Instant now);

    /**
     * Replaces everything but the time of making.
     *
     * @param name the former name
     * @return false, with nothing changed, when there is none of that name
     */
    boolean update(int namespace, String name, P wanted, Instant now);

    /**
     * Removes a part.
     *
     * @return false when there is none of that name
     */
    boolean delete(int namespace, String name);

    /** Removes all of a namespace. */
    void deleteAll(int namespace);
}
