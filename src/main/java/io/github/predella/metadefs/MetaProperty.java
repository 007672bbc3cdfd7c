package io.github.predella.metadefs;

import jakarta.json.JsonObject;
import java.time.Instant;

/**
 * One property of a namespace.
 *
 * @param schema what it means and which values it takes, without the name
 */
public record MetaProperty(String name, JsonObject schema, Instant createdAt, Instant updatedAt) implements Part {

    /** One that is to be stored. */
    public static MetaProperty wanted(String name, JsonObject schema) {
        return new MetaProperty(name, schema, null, null);
    }

    @Override
    public Kind kind() {
        return Kind.PROPERTY;
    }

    @Override
    public MetaProperty stored(Instant created, Instant updated) {
        return new MetaProperty(name, schema, created, updated);
    }

    /** The same for resources of a type whose properties have that prefix. */
    MetaProperty prefixed(String prefix) {
        return new MetaProperty(prefix + name, schema, createdAt, updatedAt);
    }
}
