package io.github.predella.metadefs;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.core.SafeToRepeat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** The tags of namespaces (metadefs-api, "Tags"). */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class TagService extends PartService<MetaTag> {

    private static final PartRights RIGHTS = new PartRights(
            MetadefPermission.GET_METADEF_TAGS,
            MetadefPermission.GET_METADEF_TAG,
            MetadefPermission.ADD_METADEF_TAG,
            MetadefPermission.MODIFY_METADEF_TAG,
            MetadefPermission.DELETE_METADEF_TAG,
            List.of(MetadefPermission.DELETE_METADEF_NAMESPACE, MetadefPermission.DELETE_METADEF_TAGS));

    private NamespaceAccess access;

    /** For the container's proxy only. */
    protected TagService() {}

    @Inject
    public TagService(PartRepository<MetaTag> tags, NamespaceAccess access, MetadefNotices notices, Clock clock) {
        super(Part.Kind.TAG, RIGHTS, tags, access, notices, clock);
        this.access = access;
    }

    /**
     * Stores many tags, all or none. No tags change nothing.
     *
     * @param append whether the tags that are there stay; otherwise they are replaced
     * @throws Fault CONFLICT when one of them is there already, NOT_FOUND for namespaces that the caller may not see,
     *     FORBIDDEN when they may not
     */
    public List<MetaTag> addAll(Caller caller, String namespace, List<MetaTag> wanted, boolean append) {
        var found = access.find(caller, namespace, MetadefPermission.ADD_METADEF_TAGS);
        if (!append && !wanted.isEmpty()) {
            deleteAll(found);
        }
        return wanted.stream().map(tag -> insert(found, tag)).toList();
    }
}
