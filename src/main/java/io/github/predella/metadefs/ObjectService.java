package io.github.predella.metadefs;

import io.github.predella.core.SafeToRepeat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** The objects of namespaces (metadefs-api, "Objects"). */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class ObjectService extends PartService<MetaObject> {

    private static final PartRights RIGHTS = new PartRights(
            MetadefPermission.GET_METADEF_OBJECTS,
            MetadefPermission.GET_METADEF_OBJECT,
            MetadefPermission.ADD_METADEF_OBJECT,
            MetadefPermission.MODIFY_METADEF_OBJECT,
            MetadefPermission.DELETE_METADEF_OBJECT,
            List.of(MetadefPermission.DELETE_METADEF_NAMESPACE));

    /** For the container's proxy only. */
    protected ObjectService() {}

    @Inject
    public ObjectService(
            PartRepository<MetaObject> objects, NamespaceAccess access, MetadefNotices notices, Clock clock) {
        super(Part.Kind.OBJECT, RIGHTS, objects, access, notices, clock);
    }
}
