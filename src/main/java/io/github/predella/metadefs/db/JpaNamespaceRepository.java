package io.github.predella.metadefs.db;

import io.github.predella.core.Page;
import io.github.predella.db.Dialect;
import io.github.predella.db.RowTimes;
import io.github.predella.db.SqlText;
import io.github.predella.metadefs.Association;
import io.github.predella.metadefs.MetadefFaults;
import io.github.predella.metadefs.Namespace;
import io.github.predella.metadefs.NamespaceListing;
import io.github.predella.metadefs.NamespaceQuery;
import io.github.predella.metadefs.NamespaceRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Namespaces in their table. A page costs two statements, three with a marker. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class JpaNamespaceRepository implements NamespaceRepository {

    /** What hangs on a namespace. */
    private static final List<String> TABLES_OF_PARTS =
            List.of("metadef_objects", "metadef_properties", "metadef_tags", "metadef_namespace_resource_types");

    private EntityManager rows;
    private Dialect dialect;

    /** For the container's proxy only. */
    protected JpaNamespaceRepository() {}

    @Inject
    public JpaNamespaceRepository(EntityManager rows, Dialect dialect) {
        this.rows = rows;
        this.dialect = dialect;
    }

    @Override
    public Namespace insert(Namespace wanted, Instant now) {
        new SqlText()
                .add("INSERT INTO metadef_namespaces (namespace, display_name, description, visibility, protected,")
                .add(" owner, created_at) VALUES (?, ?, ?, ", wanted.name(), wanted.displayName(), wanted.description())
                .add("?, ?, ?, ", visibility(wanted), wanted.isProtected(), wanted.owner())
                .add("?)", RowTimes.utc(now))
                .query(rows)
                .executeUpdate();
        return wanted.stored(row(wanted.name()).orElseThrow().id, now, null);
    }

    private static String visibility(Namespace namespace) {
        return namespace.visibility() == null ? null : namespace.visibility().wireName();
    }

    @Override
    public Optional<Namespace> find(String name) {
        return row(name).map(NamespaceRow::namespace);
    }

    private Optional<NamespaceRow> row(String name) {
        return new SqlText()
                        .add("SELECT n.* FROM metadef_namespaces n WHERE n.namespace = ?", name)
                        .rows(rows, NamespaceRow.class)
                        .stream()
                        .findFirst();
    }

    @Override
    public boolean update(int id, Namespace wanted, Instant now) {
        return new SqlText()
                        .add(
                                "UPDATE metadef_namespaces SET namespace = ?, display_name = ?",
                                wanted.name(),
                                wanted.displayName())
                        .add(", description = ?, visibility = ?", wanted.description(), visibility(wanted))
                        .add(", protected = ?, owner = ?", wanted.isProtected(), wanted.owner())
                        .add(", updated_at = ? WHERE id = ?", RowTimes.utc(now), id)
                        .query(rows)
                        .executeUpdate()
                == 1;
    }

    @Override
    public void delete(int id) {
        for (String table : TABLES_OF_PARTS) {
            new SqlText()
                    .add("DELETE FROM " + table + " WHERE namespace_id = ?", id)
                    .query(rows)
                    .executeUpdate();
        }
        new SqlText()
                .add("DELETE FROM metadef_namespaces WHERE id = ?", id)
                .query(rows)
                .executeUpdate();
    }

    @Override
    public void deleteAll() {
        TABLES_OF_PARTS.forEach(this::empty);
        empty("metadef_namespaces");
    }

    private void empty(String table) {
        new SqlText().add("DELETE FROM " + table).query(rows).executeUpdate();
    }

    @Override
    public boolean isEmpty() {
        return new SqlText()
                .add("SELECT n.id FROM metadef_namespaces n" + dialect.firstRows(1))
                .query(rows)
                .getResultList()
                .isEmpty();
    }

    @Override
    public Page<NamespaceListing> page(NamespaceQuery query, NamespaceQuery.Viewer viewer) {
        int limit = query.page().limit();
        var marker = query.page().marker() == null ? null : marker(query.page().marker(), viewer);
        if (limit == 0) {
            return new Page<>(List.of(), false);
        }
        var found =
                new NamespaceSearch(dialect, query, viewer, marker).statement().rows(rows, NamespaceRow.class);
        Map<Integer, List<Association>> associations =
                AssociationRows.of(rows, found.stream().map(row -> row.id).toList());
        var listed = found.stream()
                .map(row -> new NamespaceListing(row.namespace(), associations.getOrDefault(row.id, List.of())))
                .toList();
        return new Page<>(listed, found.size() == limit);
    }

    private NamespaceRow marker(String name, NamespaceQuery.Viewer viewer) {
        return NamespaceSearch.seenBy(viewer).add(" AND n.namespace = ?", name).rows(rows, NamespaceRow.class).stream()
                .findFirst()
                .orElseThrow(() -> MetadefFaults.unknownNamespace(name));
    }
}
