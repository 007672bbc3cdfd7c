package io.github.predella.metadefs.db;

import io.github.predella.db.RowTimes;
import io.github.predella.db.SqlText;
import io.github.predella.metadefs.Association;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What namespaces are for, for many of them with one statement. */
final class AssociationRows {

    private AssociationRows() {}

    /** The associations by the numbers of their namespaces, in the order in which the types were made. */
    static Map<Integer, List<Association>> of(EntityManager rows, List<Integer> namespaces) {
        var all = new HashMap<Integer, List<Association>>();
        if (namespaces.isEmpty()) {
            return all;
        }
        @SuppressWarnings("unchecked")
        List<Object[]> found = new SqlText()
                .add("SELECT a.namespace_id, t.name, a.prefix, a.properties_target, a.created_at, a.updated_at")
                .add(" FROM metadef_namespace_resource_types a")
                .add(" JOIN metadef_resource_types t ON t.id = a.resource_type_id WHERE a.namespace_id")
                .addIn(namespaces)
                .add(" ORDER BY t.id")
                .query(rows)
                .getResultList();
        found.forEach(row -> all.computeIfAbsent(((Number) row[0]).intValue(), number -> new ArrayList<>())
                .add(new Association(
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        RowTimes.instant(RowTimes.read(row[4])),
                        RowTimes.instant(RowTimes.read(row[5])))));
        return all;
    }
}
