package io.github.predella.metadefs;

import java.time.Instant;

/** A word of a namespace that resources may be tagged with. */
public record MetaTag(String name, Instant createdAt, Instant updatedAt) implements Part {

    /** One that is to be stored. */
    public static MetaTag wanted(String name) {
        return new MetaTag(name, null, null);
    }

    @Override
    public Kind kind() {
        return Kind.TAG;
    }

    @Override
    public MetaTag stored(Instant created, Instant updated) {
        return new MetaTag(name, created, updated);
    }
}
