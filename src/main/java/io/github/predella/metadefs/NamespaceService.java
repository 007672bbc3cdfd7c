package io.github.predella.metadefs;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.core.Page;
import io.github.predella.core.PageRequest;
import io.github.predella.core.SafeToRepeat;
import io.github.predella.observe.Audited;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The namespaces of the catalogue on behalf of callers (metadefs-api, "Namespaces"). Each method is one transaction.
 * NOT_FOUND is what callers are told about namespaces that they may not see.
 */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class NamespaceService {

    /** How many namespaces are offered for a type. */
    private static final int MOST_OFFERED = 200;

    private NamespaceRepository namespaces;
    private Catalogue catalogue;
    private NamespaceAccess access;
    private MetadefNotices notices;
    private Clock clock;

    /** For the container's proxy only. */
    protected NamespaceService() {}

    @Inject
    public NamespaceService(
            NamespaceRepository namespaces,
            Catalogue catalogue,
            NamespaceAccess access,
            MetadefNotices notices,
            Clock clock) {
        this.namespaces = namespaces;
        this.catalogue = catalogue;
        this.access = access;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * A page of the namespaces that the caller sees.
     *
     * @throws Fault NOT_FOUND for an unknown marker, and for whoever may not list any
     */
    public Page<NamespaceListing> list(Caller caller, NamespaceQuery query) {
        access.require(caller, MetadefPermission.GET_METADEF_NAMESPACES);
        access.require(caller, MetadefPermission.LIST_METADEF_RESOURCE_TYPES);
        return namespaces.page(query, access.viewer(caller));
    }

    /**
     * A namespace with all that is in it.
     *
     * @param type the names of properties are those on resources of that type, where the namespace is for it; null for
     *     the plain names
     * @throws Fault NOT_FOUND, or FORBIDDEN when the caller may not see a part of it
     */
    public Definition show(Caller caller, String name, String type) {
        var namespace = access.find(
                caller,
                name,
                MetadefPermission.GET_METADEF_NAMESPACE,
                MetadefPermission.LIST_METADEF_RESOURCE_TYPES,
                MetadefPermission.GET_METADEF_OBJECTS,
                MetadefPermission.GET_METADEF_PROPERTIES,
                MetadefPermission.GET_METADEF_TAGS);
        var definition = catalogue.read(namespace);
        return type == null ? definition : definition.seenBy(type);
    }

    /**
     * What the caller may say of resources of a type: the namespaces that are for it, by name, with their properties
     * and objects under the names that they have there, without tags. What the rules keep from the caller is left out.
     * At most 200 namespaces, for four statements.
     */
    public List<Definition> offered(Caller caller, String type) {
        if (!access.allows(caller, MetadefPermission.GET_METADEF_NAMESPACES)) {
            return List.of();
        }
        var query = new NamespaceQuery(
                null, List.of(type), NamespaceQuery.SortKey.NAMESPACE, true, new PageRequest(MOST_OFFERED, null));
        var listings = namespaces.page(query, access.viewer(caller)).items();
        return catalogue.readAll(listings).stream()
                .map(definition -> seen(caller, definition).seenBy(type))
                .toList();
    }

    private Definition seen(Caller caller, Definition definition) {
        var namespace = definition.namespace();
        return new Definition(
                namespace,
                definition.associations(),
                access.allows(caller, MetadefPermission.GET_METADEF_OBJECTS, namespace)
                        ? definition.objects()
                        : List.of(),
                access.allows(caller, MetadefPermission.GET_METADEF_PROPERTIES, namespace)
                        ? definition.properties()
                        : List.of(),
                definition.tags());
    }

    /** Whether the caller may do what concerns no certain namespace. */
    public boolean may(Caller caller, MetadefPermission permission) {
        return access.allows(caller, permission);
    }

    /** All that the caller may do with a namespace, protected or not. */
    public Set<MetadefPermission> rights(Caller caller, Namespace namespace) {
        var rights = EnumSet.noneOf(MetadefPermission.class);
        for (MetadefPermission permission : MetadefPermission.values()) {
            if (access.allows(caller, permission, namespace)) {
                rights.add(permission);
            }
        }
        return rights;
    }

    /**
     * Stores a new namespace with all that is in it, or nothing.
     *
     * @throws Fault CONFLICT when the name is taken, FORBIDDEN or NOT_FOUND when the caller may not
     */
    @Audited
    public Definition create(Caller caller, Definition wanted) {
        if (caller.readOnly()) {
            throw MetadefFaults.readOnlyCaller();
        }
        access.require(caller, MetadefPermission.ADD_METADEF_NAMESPACE);
        if (!wanted.associations().isEmpty()) {
            access.require(caller, MetadefPermission.ADD_METADEF_RESOURCE_TYPE_ASSOCIATION);
        }
        if (!wanted.objects().isEmpty()) {
            access.require(caller, MetadefPermission.ADD_METADEF_OBJECT);
        }
        if (!wanted.properties().isEmpty()) {
            access.require(caller, MetadefPermission.ADD_METADEF_PROPERTY);
        }
        if (!wanted.tags().isEmpty()) {
            access.require(caller, MetadefPermission.ADD_METADEF_TAG);
        }
        var made = catalogue.insert(wanted, false);
        notices.created(made);
        return made;
    }

    /**
     * Replaces what a namespace says about itself. What is in it stays.
     *
     * @throws Fault CONFLICT when its new name is taken, FORBIDDEN or NOT_FOUND when the caller may not
     */
    @Audited
    public Namespace replace(Caller caller, String name, Namespace wanted) {
        var before = access.find(caller, name, MetadefPermission.MODIFY_METADEF_NAMESPACE);
        boolean taken = namespaces
                .find(wanted.name())
                .filter(other -> other.id() != before.id())
                .isPresent();
        if (taken) {
            throw MetadefFaults.namespaceTaken(wanted.name());
        }
        var now = clock.instant();
        if (!namespaces.update(before.id(), wanted, now)) {
            throw MetadefFaults.unknownNamespace(name);
        }
        var replaced = wanted.stored(before.id(), before.createdAt(), now);
        notices.replaced(replaced, before.name());
        return replaced;
    }

    /**
     * Deletes a namespace with all that is in it.
     *
     * @throws Fault FORBIDDEN when it is protected, FORBIDDEN or NOT_FOUND when the caller may not
     */
    @Audited
    public void delete(Caller caller, String name) {
        var namespace = access.find(caller, name, MetadefPermission.DELETE_METADEF_NAMESPACE);
        namespace.requireUnprotected();
        namespaces.delete(namespace.id());
        notices.deleted(namespace);
    }
}
