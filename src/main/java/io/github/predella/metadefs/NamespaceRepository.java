package io.github.predella.metadefs;

import io.github.predella.core.Page;
import java.time.Instant;
import java.util.Optional;

/** The stored namespaces. Every method wants a running transaction of the caller's and joins it. */
public interface NamespaceRepository {

    /**
     * Stores a new namespace whose name is free.
     *
     * @return the same with its number and the given time
     */
    Namespace insert(Namespace wanted, Instant now);

    /** The namespace of that name, whoever owns it. */
    Optional<Namespace> find(String name);

    /**
     * Replaces everything but number and time of making.
     *
     * @param id number of a stored namespace
     * @return false, with nothing changed, when it is gone
     */
    boolean update(int id, Namespace wanted, Instant now);

    /** Removes a namespace with all that is in it. Types of resources stay. */
    void delete(int id);

    /** Removes all namespaces with all that is in them. Types of resources stay. */
    void deleteAll();

    /** Whether there is any namespace at all. */
    boolean isEmpty();

    /**
     * A page of the namespaces that somebody sees, each with its associations. The number of statements does not depend
     * on how many there are.
     *
     * @throws io.github.predella.core.Fault NOT_FOUND when the marker is no namespace that is seen
     */
    Page<NamespaceListing> page(NamespaceQuery query, NamespaceQuery.Viewer viewer);
}
