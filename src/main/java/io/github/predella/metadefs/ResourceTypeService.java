package io.github.predella.metadefs;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.core.SafeToRepeat;
import io.github.predella.observe.Audited;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/**
 * The types of resources, and which namespaces are for them, on behalf of callers (metadefs-api, "Resource types"). Each
 * method is one transaction. NOT_FOUND is what callers are told about namespaces that they may not see.
 */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class ResourceTypeService {

    private ResourceTypeRepository types;
    private NamespaceAccess access;
    private MetadefNotices notices;
    private Clock clock;

    /** For the container's proxy only. */
    protected ResourceTypeService() {}

    @Inject
    public ResourceTypeService(
            ResourceTypeRepository types, NamespaceAccess access, MetadefNotices notices, Clock clock) {
        this.types = types;
        this.access = access;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * All types by name.
     *
     * @throws Fault FORBIDDEN or NOT_FOUND when the caller may not
     */
    public List<ResourceType> types(Caller caller) {
        access.require(caller, MetadefPermission.LIST_METADEF_RESOURCE_TYPES);
        return types.types();
    }

    /**
     * What a namespace is for.
     *
     * @throws Fault FORBIDDEN or NOT_FOUND when the caller may not
     */
    public List<Association> associations(Caller caller, String namespace) {
        var found = access.find(
                caller,
                namespace,
                MetadefPermission.LIST_METADEF_RESOURCE_TYPES,
                MetadefPermission.GET_METADEF_RESOURCE_TYPE);
        return types.associations(found.id());
    }

    /**
     * Connects a namespace with a type, which need not exist before.
     *
     * @throws Fault CONFLICT when they are connected already, FORBIDDEN or NOT_FOUND when the caller may not
     */
    @Audited
    public Association associate(Caller caller, String namespace, Association wanted) {
        var found = access.find(caller, namespace, MetadefPermission.ADD_METADEF_RESOURCE_TYPE_ASSOCIATION);
        boolean there = types.associations(found.id()).stream()
                .anyMatch(association -> association.type().equals(wanted.type()));
        if (there) {
            throw MetadefFaults.associationTaken(wanted.type(), namespace);
        }
        var association = types.associate(found.id(), wanted, false, clock.instant());
        notices.associated(found, association);
        return association;
    }

    /**
     * Replaces prefix and target of what connects a namespace with a type. Others are told as if it were cut and made
     * anew, since they know no other word for it.
     *
     * @throws Fault NOT_FOUND also when they are not connected, FORBIDDEN when the caller may not
     */
    @Audited
    public void replace(Caller caller, String namespace, Association wanted) {
        var found = access.find(caller, namespace, MetadefPermission.ADD_METADEF_RESOURCE_TYPE_ASSOCIATION);
        var before = find(found, wanted.type());
        var now = clock.instant();
        types.update(found.id(), wanted, now);
        notices.dissociated(found, before);
        notices.associated(found, wanted.stored(before.createdAt(), now));
    }

    private Association find(Namespace namespace, String type) {
        return types.associations(namespace.id()).stream()
                .filter(one -> one.type().equals(type))
                .findFirst()
                .orElseThrow(() -> MetadefFaults.unknownAssociation(type, namespace.name()));
    }

    /**
     * Disconnects a namespace from a type. The type stays.
     *
     * @throws Fault FORBIDDEN also when the namespace is protected, NOT_FOUND also when they are not connected
     */
    @Audited
    public void dissociate(Caller caller, String namespace, String type) {
        var found = access.find(caller, namespace, MetadefPermission.REMOVE_METADEF_RESOURCE_TYPE_ASSOCIATION);
        var association = find(found, type);
        found.requireUnprotected();
        types.dissociate(found.id(), type);
        notices.dissociated(found, association);
    }
}
