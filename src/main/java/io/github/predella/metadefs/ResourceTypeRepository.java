package io.github.predella.metadefs;

import java.time.Instant;
import java.util.List;

/**
 * The types of resources and which namespaces are for them. Every method wants a running transaction of the caller's
 * and joins it. Namespaces are named by their numbers.
 */
public interface ResourceTypeRepository {

    /** All types by name. */
    List<ResourceType> types();

    /** What a namespace is for, in the order in which the types were made. */
    List<Association> associations(int namespace);

    /**
     * Connects a namespace with a type that it is not connected with yet; the type is made when there is none of that
     * name.
     *
     * @param protectType whether a type that has to be made is marked as protected
     * @return the same with the given time
     */
    Association associate(int namespace, Association wanted, boolean protectType, Instant now);

    /**
     * Replaces prefix and target of an association.
     *
     * @return false, with nothing changed, when there is none with that type
     */
    boolean update(int namespace, Association wanted, Instant now);

    /**
     * Disconnects a namespace from a type.
     *
     * @return false when there is none with that type
     */
    boolean dissociate(int namespace, String type);

    /** Removes all types that no namespace is for any more. */
    void deleteUnused();
}
