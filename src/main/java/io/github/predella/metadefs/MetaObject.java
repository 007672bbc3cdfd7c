package io.github.predella.metadefs;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;

/**
 * Properties that belong together.
 *
 * @param description or null
 * @param required names of the properties that must be given, null when the object does not say
 * @param properties schemas by name, in the order in which they were given
 */
public record MetaObject(
        String name,
        String description,
        List<String> required,
        JsonObject properties,
        Instant createdAt,
        Instant updatedAt)
        implements Part {

    public MetaObject {
        required = required == null ? null : List.copyOf(required);
    }

    /** One that is to be stored. */
    public static MetaObject wanted(String name, String description, List<String> required, JsonObject properties) {
        return new MetaObject(name, description, required, properties, null, null);
    }

    @Override
    public Kind kind() {
        return Kind.OBJECT;
    }

    @Override
    public MetaObject stored(Instant created, Instant updated) {
        return new MetaObject(name, description, required, properties, created, updated);
    }

    /** The same for resources of a type whose properties have that prefix. */
    MetaObject prefixed(String prefix) {
        return new MetaObject(
                name,
                description,
                required == null ? null : required.stream().map(prefix::concat).toList(),
                PropertySchema.prefixed(properties, prefix),
                createdAt,
                updatedAt);
    }
}
