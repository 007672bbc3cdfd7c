package io.github.predella.metadefs;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.core.SafeToRepeat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** The properties of namespaces (metadefs-api, "Properties"). */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class PropertyService extends PartService<MetaProperty> {

    private static final PartRights RIGHTS = new PartRights(
            MetadefPermission.GET_METADEF_PROPERTIES,
            MetadefPermission.GET_METADEF_PROPERTY,
            MetadefPermission.ADD_METADEF_PROPERTY,
            MetadefPermission.MODIFY_METADEF_PROPERTY,
            MetadefPermission.REMOVE_METADEF_PROPERTY,
            List.of(MetadefPermission.DELETE_METADEF_NAMESPACE));

    private ResourceTypeRepository types;
    private NamespaceAccess access;

    /** For the container's proxy only. */
    protected PropertyService() {}

    @Inject
    public PropertyService(
            PartRepository<MetaProperty> properties,
            ResourceTypeRepository types,
            NamespaceAccess access,
            MetadefNotices notices,
            Clock clock) {
        super(Part.Kind.PROPERTY, RIGHTS, properties, access, notices, clock);
        this.types = types;
        this.access = access;
    }

    /**
     * A property by the name that it has on resources of a type.
     *
     * @param name with the prefix of the association
     * @param type name of the type
     * @return the property under its plain name
     * @throws Fault NOT_FOUND also when the namespace is not for that type, or the name does not begin with the prefix
     */
    public MetaProperty get(Caller caller, String namespace, String name, String type) {
        var found = access.find(caller, namespace, MetadefPermission.GET_METADEF_PROPERTY);
        var association = types.associations(found.id()).stream()
                .filter(one -> one.type().equals(type))
                .findFirst()
                .orElseThrow(() -> MetadefFaults.unknownAssociation(type, namespace));
        String prefix = association.prefix() == null ? "" : association.prefix();
        if (!name.startsWith(prefix)) {
            throw unknown(found, name);
        }
        return get(caller, namespace, name.substring(prefix.length()));
    }
}
