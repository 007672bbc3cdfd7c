package io.github.predella.metadefs;

import io.github.predella.core.PageRequest;
import java.util.List;

/**
 * Which namespaces a list shows, and in which order.
 *
 * @param text only namespaces that have it in their names or descriptions, in whichever letters; null for all
 * @param visibility only those, null for all
 * @param types only namespaces that are for one of these types of resources; empty for all
 * @param page the marker is the name of a namespace
 */
public record NamespaceQuery(
        String text,
        Namespace.Visibility visibility,
        List<String> types,
        SortKey sortKey,
        boolean ascending,
        PageRequest page) {

    /** What lists can be sorted by. Whatever is equal in it is sorted by the time it was made, then by its number. */
    public enum SortKey {
        ID,
        NAMESPACE,
        DISPLAY_NAME,
        DESCRIPTION,
        VISIBILITY,
        PROTECTED,
        OWNER,
        CREATED_AT,
        UPDATED_AT
    }

    public NamespaceQuery {
        types = List.copyOf(types);
    }

    /** Whatever texts the namespaces have. */
    public NamespaceQuery(
            Namespace.Visibility visibility, List<String> types, SortKey sortKey, boolean ascending, PageRequest page) {
        this(null, visibility, types, sortKey, ascending, page);
    }

    /**
     * Whose list it is.
     *
     * @param project sees what is public and its own; null for somebody without a project
     * @param all whether everything is seen
     */
    public record Viewer(String project, boolean all) {}
}
