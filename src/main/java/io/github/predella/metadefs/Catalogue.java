package io.github.predella.metadefs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
        return new Definition(namespace, types.associations(id), objects.list(id), properties.list(id), tags.list(id));
    }

    /** Namespaces with their properties and objects, but without tags; two statements, however many they are. */
    List<Definition> readAll(List<NamespaceListing> listings) {
        var ids = listings.stream().map(listing -> listing.namespace().id()).toList();
        var objectsOf = objects.lists(ids);
        var propertiesOf = properties.lists(ids);
        return listings.stream()
                .map(listing -> new Definition(
                        listing.namespace(),
                        listing.associations(),
                        objectsOf.getOrDefault(listing.namespace().id(), List.of()),
                        propertiesOf.getOrDefault(listing.namespace().id(), List.of()),
                        List.of()))
                .toList();
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
                objects.insertAll(id, wanted.objects(), now),
                properties.insertAll(id, wanted.properties(), now),
                tags.insertAll(id, wanted.tags(), now));
    }

    /**
     * Adds to a stored namespace what it does not have yet. What only it has stays.
     *
     * @param preferNew whether what it has is replaced where it differs
     */
    void merge(Namespace before, Definition wanted, boolean preferNew) {
        var now = clock.instant();
        int id = before.id();
        var described = wanted.namespace().stored(id, before.createdAt(), before.updatedAt());
        if (preferNew && !described.equals(before)) {
            namespaces.update(id, wanted.namespace(), now);
        }
        mergeAssociations(id, wanted.associations(), preferNew, now);
        merge(objects, id, wanted.objects(), preferNew, now);
        merge(properties, id, wanted.properties(), preferNew, now);
        merge(tags, id, wanted.tags(), preferNew, now);
    }

    private void mergeAssociations(int namespace, List<Association> wanted, boolean preferNew, Instant now) {
        var before = new HashMap<String, Association>();
        types.associations(namespace).forEach(association -> before.put(association.type(), association));
        for (Association association : wanted) {
            var stored = before.get(association.type());
            if (stored == null) {
                types.associate(namespace, association, true, now);
            } else if (preferNew && !stored.stored(null, null).equals(association)) {
                types.update(namespace, association, now);
            }
        }
    }

    private static <P extends Part> void merge(
            PartRepository<P> parts, int namespace, List<P> wanted, boolean preferNew, Instant now) {
        var before = new HashMap<String, P>();
        parts.list(namespace).forEach(part -> before.put(part.name(), part));
        var missing = new ArrayList<P>();
        for (P part : wanted) {
            var stored = before.get(part.name());
            if (stored == null) {
                missing.add(part);
            } else if (preferNew && !stored.stored(null, null).equals(part)) {
                parts.update(namespace, part.name(), part, now);
            }
        }
        parts.insertAll(namespace, missing, now);
    }
}
