package io.github.predella.metadefs;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.core.SafeToRepeat;
import io.github.predella.observe.Audited;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whole definitions into the catalogue on behalf of callers, who need the permissions for every single change. Each
 * method is one transaction.
 */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class DefinitionImportService {

    private NamespaceRepository stored;
    private NamespaceService namespaces;
    private ResourceTypeService types;
    private ObjectService objects;
    private PropertyService properties;
    private TagService tags;

    /** For the container's proxy only. */
    protected DefinitionImportService() {}

    @Inject
    public DefinitionImportService(
            NamespaceRepository stored,
            NamespaceService namespaces,
            ResourceTypeService types,
            ObjectService objects,
            PropertyService properties,
            TagService tags) {
        this.stored = stored;
        this.namespaces = namespaces;
        this.types = types;
        this.objects = objects;
        this.properties = properties;
        this.tags = tags;
    }

    /**
     * What a definition would change.
     *
     * @param wanted without an owner when its file does not name any
     * @throws Fault NOT_FOUND when there is such a namespace that the caller may not see
     */
    public DefinitionDifference compare(Caller caller, Definition wanted) {
        var before = before(caller, wanted);
        return DefinitionDifference.between(before, owned(caller, before, wanted));
    }

    private Optional<Definition> before(Caller caller, Definition wanted) {
        String name = wanted.namespace().name();
        return stored.find(name).map(namespace -> namespaces.show(caller, name, null));
    }

    /** Who owns a namespace stays, unless the definition says it; new ones belong to the caller's project. */
    private static Definition owned(Caller caller, Optional<Definition> before, Definition wanted) {
        String project = caller.project() == null ? "" : caller.project();
        return wanted.namespace().owner() != null
                ? wanted
                : wanted.ownedBy(before.map(one -> one.namespace().owner()).orElse(project));
    }

    /**
     * Brings a definition into the catalogue, all of it or nothing.
     *
     * @param removeGone whether what only the catalogue has is removed
     * @param seen what the caller knows to be changed by it
     * @throws Fault CONFLICT when the catalogue has changed since, FORBIDDEN when the caller may not, or something is to
     *     be removed from a protected namespace
     */
    @Audited
    public void apply(Caller caller, Definition wanted, boolean removeGone, DefinitionDifference seen) {
        var before = before(caller, wanted);
        var whole = owned(caller, before, wanted);
        if (!DefinitionDifference.between(before, whole).equals(seen)) {
            throw MetadefFaults.changedMeanwhile(whole.namespace().name());
        }
        if (before.isEmpty()) {
            namespaces.create(caller, whole);
            return;
        }
        // A namespace is open while something is removed from it, if it is to be open before or afterwards.
        boolean closes = whole.namespace().isProtected();
        if (!closes) {
            describe(caller, before.get(), whole);
        }
        bringTypes(caller, before.get(), whole, removeGone);
        bring(objects, caller, whole, before.get().objects(), whole.objects(), removeGone);
        bring(properties, caller, whole, before.get().properties(), whole.properties(), removeGone);
        bring(tags, caller, whole, before.get().tags(), whole.tags(), removeGone);
        if (closes) {
            describe(caller, before.get(), whole);
        }
    }

    private void describe(Caller caller, Definition before, Definition wanted) {
        var namespace = before.namespace();
        var described = wanted.namespace().stored(namespace.id(), namespace.createdAt(), namespace.updatedAt());
        if (!described.equals(namespace)) {
            namespaces.replace(caller, namespace.name(), wanted.namespace());
        }
    }

    private void bringTypes(Caller caller, Definition before, Definition wanted, boolean removeGone) {
        String namespace = before.namespace().name();
        var former = before.associations().stream()
                .collect(Collectors.toMap(Association::type, one -> one.stored(null, null)));
        for (Association association : wanted.associations()) {
            var known = former.remove(association.type());
            if (known == null) {
                types.associate(caller, namespace, association);
            } else if (!known.equals(association)) {
                types.replace(caller, namespace, association);
            }
        }
        if (removeGone) {
            former.keySet().forEach(type -> types.dissociate(caller, namespace, type));
        }
    }

    private static <P extends Part> void bring(
            PartService<P> service,
            Caller caller,
            Definition definition,
            List<P> before,
            List<P> wanted,
            boolean removeGone) {
        String namespace = definition.namespace().name();
        var former = before.stream().collect(Collectors.toMap(Part::name, part -> part.stored(null, null)));
        for (P part : wanted) {
            var known = former.remove(part.name());
            if (known == null) {
                service.add(caller, namespace, part);
            } else if (!Objects.equals(known, part)) {
                service.replace(caller, namespace, part.name(), part);
            }
        }
        if (removeGone) {
            former.keySet().forEach(name -> service.remove(caller, namespace, name));
        }
    }
}
