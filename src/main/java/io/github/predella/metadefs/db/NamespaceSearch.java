package io.github.predella.metadefs.db;

import io.github.predella.db.Dialect;
import io.github.predella.db.LikeText;
import io.github.predella.db.SqlText;
import io.github.predella.metadefs.Namespace;
import io.github.predella.metadefs.NamespaceQuery;
import io.github.predella.metadefs.NamespaceQuery.SortKey;
import io.github.predella.metadefs.NamespaceQuery.Viewer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/** One question about the namespaces as one SQL statement. */
final class NamespaceSearch {

    private static final String PUBLIC = Namespace.Visibility.PUBLIC.wireName();

    private final Dialect dialect;
    private final NamespaceQuery query;
    private final Viewer viewer;

    /** The last namespace of the page before, null for the first page. */
    private final NamespaceRow marker;

    NamespaceSearch(Dialect dialect, NamespaceQuery query, Viewer viewer, NamespaceRow marker) {
        this.dialect = dialect;
        this.query = query;
        this.viewer = viewer;
        this.marker = marker;
    }

    /** All namespaces that somebody sees; more conditions can follow. */
    static SqlText seenBy(Viewer viewer) {
        var text = new SqlText().add("SELECT n.* FROM metadef_namespaces n WHERE ");
        if (viewer.all()) {
            return text.add("1 = 1");
        }
        text.add("(n.visibility = ? OR n.owner = ''", PUBLIC);
        if (viewer.project() != null) {
            text.add(" OR n.owner = ?", viewer.project());
        }
        return text.add(")");
    }

    SqlText statement() {
        var text = seenBy(viewer);
        if (query.text() != null) {
            String wanted = LikeText.containing(query.text());
            text.add(" AND (LOWER(n.namespace) LIKE LOWER(?) ESCAPE '!'", wanted)
                    .add(" OR LOWER(n.display_name) LIKE LOWER(?) ESCAPE '!'", wanted)
                    .add(" OR LOWER(n.description) LIKE LOWER(?) ESCAPE '!')", wanted);
        }
        if (query.visibility() != null) {
            text.add(" AND n.visibility = ?", query.visibility().wireName());
        }
        if (!query.types().isEmpty()) {
            text.add(" AND EXISTS (SELECT 1 FROM metadef_namespace_resource_types a")
                    .add(" JOIN metadef_resource_types t ON t.id = a.resource_type_id")
                    .add(" WHERE a.namespace_id = n.id AND t.name")
                    .addIn(query.types())
                    .add(")");
        }
        var order = order();
        if (marker != null) {
            text.add(" AND ").add(behindFrom(order, 0));
        }
        var columns = new ArrayList<String>();
        order.forEach(key -> columns.add(sortValue(key) + (query.ascending() ? " ASC" : " DESC")));
        return text.add(" ORDER BY " + String.join(", ", columns))
                .add(dialect.firstRows(query.page().limit()));
    }

    /** The wanted key, and what keeps namespaces apart that are equal in it. */
    private List<SortKey> order() {
        var order = new LinkedHashSet<SortKey>();
        order.add(query.sortKey());
        if (query.sortKey() != SortKey.ID && query.sortKey() != SortKey.NAMESPACE) {
            order.add(SortKey.CREATED_AT);
            order.add(SortKey.ID);
        }
        return List.copyOf(order);
    }

    private SqlText behindFrom(List<SortKey> order, int position) {
        String sorted = sortValue(order.get(position));
        Object value = markerValue(order.get(position));
        String after = query.ascending() ? " > ?" : " < ?";
        if (position == order.size() - 1) {
            return new SqlText().add(sorted + after, value);
        }
        return new SqlText()
                .add("(" + sorted + after, value)
                .add(" OR (" + sorted + " = ? AND ", value)
                .add(behindFrom(order, position + 1))
                .add("))");
    }

    private static String sortValue(SortKey key) {
        String column = "n." + key.name().toLowerCase(Locale.ROOT);
        return switch (key) {
            case ID, NAMESPACE, OWNER, CREATED_AT -> column;
            case DISPLAY_NAME, DESCRIPTION, VISIBILITY -> "COALESCE(" + column + ", '')";
            case PROTECTED -> "CASE WHEN n.protected = TRUE THEN 1 ELSE 0 END";
            case UPDATED_AT -> "COALESCE(" + column + ", n.created_at)";
        };
    }

    private Object markerValue(SortKey key) {
        return switch (key) {
            case ID -> marker.id;
            case NAMESPACE -> marker.name;
            case DISPLAY_NAME -> orEmpty(marker.displayName);
            case DESCRIPTION -> orEmpty(marker.description);
            case VISIBILITY -> orEmpty(marker.visibility);
            case PROTECTED -> Boolean.TRUE.equals(marker.isProtected) ? 1 : 0;
            case OWNER -> marker.owner;
            case CREATED_AT -> marker.createdAt;
            case UPDATED_AT -> marker.updatedAt == null ? marker.createdAt : marker.updatedAt;
        };
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
