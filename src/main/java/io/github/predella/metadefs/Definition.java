package io.github.predella.metadefs;

import java.util.List;
import java.util.Optional;

/** A namespace with all that is in it, each list in its order. */
public record Definition(
        Namespace namespace,
        List<Association> associations,
        List<MetaObject> objects,
        List<MetaProperty> properties,
        List<MetaTag> tags) {

    public Definition {
        associations = List.copyOf(associations);
        objects = List.copyOf(objects);
        properties = List.copyOf(properties);
        tags = List.copyOf(tags);
    }

    /** The same with another owner. */
    Definition ownedBy(String owner) {
        return new Definition(namespace.ownedBy(owner), associations, objects, properties, tags);
    }

    /**
     * The same as resources of a type see it: all names of properties have the prefix of the association, when there is
     * one.
     */
    Definition seenBy(String type) {
        Optional<String> prefix = associations.stream()
                .filter(association -> association.type().equals(type))
                .map(Association::prefix)
                .filter(text -> text != null && !text.isEmpty())
                .findFirst();
        return prefix.map(this::prefixed).orElse(this);
    }

    private Definition prefixed(String prefix) {
        return new Definition(
                namespace,
                associations,
                objects.stream().map(object -> object.prefixed(prefix)).toList(),
                properties.stream().map(property -> property.prefixed(prefix)).toList(),
                tags);
    }
}
