package io.github.predella.images.db;

import io.github.predella.db.Dialect;
import io.github.predella.db.SqlText;
import io.github.predella.images.ImageFacets;
import io.github.predella.images.ImageFacets.Facet;
import io.github.predella.images.ImageFacets.Value;
import jakarta.persistence.EntityManager;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts what images have in common: one statement for their own attributes, and one for each kind of their parts. */
final class FacetSql {

    private final EntityManager rows;
    private final Dialect dialect;
    private final ImageSearch search;
    private final int among;

    FacetSql(EntityManager rows, Dialect dialect, ImageSearch search, int among) {
        this.rows = rows;
        this.dialect = dialect;
        this.search = search;
        this.among = among;
    }

    Map<Facet, List<Value>> values(Set<Facet> wanted) {
        var values = new EnumMap<Facet, List<Value>>(Facet.class);
        addAttributes(values, wanted);
        for (Facet facet : wanted) {
            switch (facet) {
                case STATUS, VISIBILITY, DISK_FORMAT -> {}
                case OS_DISTRO -> values.put(facet, parts("image_properties", " AND p.name = 'os_distro'"));
                case TAG -> values.put(facet, parts("image_tags", ""));
                case STORE -> values.put(facet, stores());
            }
        }
        return values;
    }

    private void addAttributes(Map<Facet, List<Value>> values, Set<Facet> wanted) {
        var columns = List.of(Facet.STATUS, Facet.VISIBILITY, Facet.DISK_FORMAT);
        if (columns.stream().noneMatch(wanted::contains)) {
            return;
        }
        var found = counted(new SqlText()
                .add("SELECT m.status, m.visibility, m.disk_format, COUNT(*) FROM (")
                .add(search.newest(among, "status", "visibility", "disk_format"))
                .add(") m GROUP BY m.status, m.visibility, m.disk_format"));
        for (int c = 0; c < columns.size(); c++) {
            if (wanted.contains(columns.get(c))) {
                var counted = new TreeMap<String, Long>();
                for (Object[] row : found) {
                    if (row[c] != null) {
                        counted.merge((String) row[c], ((Number) row[3]).longValue(), Long::sum);
                    }
                }
                values.put(columns.get(c), ImageFacets.commonest(counted));
            }
        }
    }

    private List<Value> parts(String table, String condition) {
        var found = counted(new SqlText()
                .add("SELECT p.value, COUNT(*) FROM ")
                .add(joined("p.value", table, condition))
                .add(" GROUP BY p.value ORDER BY 2 DESC, 1" + dialect.firstRows(ImageFacets.MOST)));
        var counted = new TreeMap<String, Long>();
        found.stream()
                .filter(row -> row[0] != null)
                .forEach(row -> counted.put((String) row[0], ((Number) row[1]).longValue()));
        return ImageFacets.commonest(counted);
    }

    /** An image with two copies in one store counts once there, unless different facts are noted about the two. */
    private List<Value> stores() {
        var found = counted(new SqlText()
                .add("SELECT l.meta_data, COUNT(*) FROM (SELECT DISTINCT p.image_id, p.meta_data FROM ")
                .add(joined("p.image_id, p.meta_data", "image_locations", " AND p.status = 'active'"))
                .add(") l GROUP BY l.meta_data"));
        var counted = new TreeMap<String, Long>();
        for (Object[] row : found) {
            String store = JsonText.toMap((String) row[0]).get(FilterSql.STORE);
            if (store != null) {
                counted.merge(store, ((Number) row[1]).longValue(), Long::sum);
            }
        }
        return ImageFacets.commonest(counted);
    }

    /**
     * The images with their parts {@code p}. Left to itself, the planner of PostgreSQL reads the whole table of parts
     * rather than look each image up, which costs the more the more images others have.
     */
    private SqlText joined(String columns, String table, String condition) {
        String parts = table + " p WHERE p.image_id = m.id AND p.deleted = FALSE" + condition;
        var images = new SqlText().add("(").add(search.newest(among)).add(") m");
        return dialect == Dialect.POSTGRESQL
                ? images.add(" CROSS JOIN LATERAL (SELECT " + columns + " FROM " + parts + " OFFSET 0) p")
                : images.add(" JOIN " + parts.replace(" WHERE ", " ON "));
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> counted(SqlText statement) {
        return statement.query(rows).getResultList();
    }
}
