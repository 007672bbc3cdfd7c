package io.github.predella.metadefs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Whole namespaces in and out of the ledger. Every method joins a running transaction; no permission is asked here. */
@ApplicationScoped
public class Catalogue {

    private NamespaceRepository namespaces;
    private ResourceTypeRepository types;
    private PartRepository<MetaObject> objects;
    private PartRepository<MetaProperty> properties;
    private PartRepository<MetaTag> tags;
    private Clock clock;

    /** For the container's proxy only. */
    protected Catalogue() {}

    @Inject
    public Catalogue(
            NamespaceRepository namespaces,
            ResourceTypeRepository types,
            PartRepository<MetaObject> objects,
            PartRepository<MetaProperty> properties,
            PartRepository<MetaTag> tags,
            Clock clock) {
        this.namespaces = namespaces;
        this.types = types;
        this.objects = objects;
        this.properties = properties;
        this.tags = tags;
        this.clock = clock;
    }

    /** A stored namespace with all that is in it. */
    Definition read(Namespace namespace) {
        int id = namespace.id();
        return new Definition(
                namespace, types.associations(id), objects.list(id), properties.list(id), tags.list(id));
    }

    /**
     * Stores a namespace with all that is in it.
     *
     * @param protectTypes whether types of resources that have to be made are marked as protected
     * @throws io.github.predella.core.Fault CONFLICT when the name is taken
     */
    Definition insert(Definition wanted, boolean protectTypes) {
        var now = clock.instant();
        var name = wanted.namespace().name();
        if (namespaces.find(name).isPresent()) {
            throw MetadefFaults.namespaceTaken(name);
        }
        var namespace = namespaces.insert(wanted.namespace(), now);
        int id = namespace.id();
        return new Definition(
                namespace,
                wanted.associations().stream()
                        .map(association -> types.associate(id, association, protectTypes, now))
                        .toList(),
                inserted(objects, id, wanted.objects(), now),
                inserted(properties, id, wanted.properties(), now),
                inserted(tags, id, wanted.tags(), now));
    }

    private static <P extends Part> List<P> inserted(
            PartRepository<P> parts, int namespace, List<P> wanted, Instant now) {
        return wanted.stream().map(part -> parts.insert(namespace, part, now)).toList();
    }
}
