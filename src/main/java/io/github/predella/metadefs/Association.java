package io.github.predella.metadefs;

import java.time.Instant;

/**
 * What connects a namespace with a type of resources.
 *
 * @param type name of the type, such as {@code OS::Glance::Image}
 * @param prefix what stands before the names of the properties on resources of that type, or null
 * @param propertiesTarget where on the resource the properties go, when it has several places, or null
 * @param createdAt null when it is not stored
 * @param updatedAt null when it was never changed
 */
public record Association(String type, String prefix, String propertiesTarget, Instant createdAt, Instant updatedAt) {

    /** One that is to be stored. */
    public static Association wanted(String type, String prefix, String propertiesTarget) {
        return new Association(type, prefix, propertiesTarget, null, null);
    }

    /** The same as it is once it is stored. */
    public Association stored(Instant created, Instant updated) {
        return new Association(type, prefix, propertiesTarget, created, updated);
    }
}
