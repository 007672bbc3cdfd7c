package io.github.predella.metadefs;

import java.util.List;

/** A namespace as lists show it: with the types that it is for and nothing else of what is in it. */
public record NamespaceListing(Namespace namespace, List<Association> associations) {

    public NamespaceListing {
        associations = List.copyOf(associations);
    }
}
