package io.github.predella.metadefs.db;

import io.github.predella.db.RowTimes;
import io.github.predella.db.SqlText;
import io.github.predella.metadefs.Association;
import io.github.predella.metadefs.ResourceType;
import io.github.predella.metadefs.ResourceTypeRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Types of resources and associations in their tables. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class JpaResourceTypeRepository implements ResourceTypeRepository {

    private static final String OF_TYPE =
            " AND resource_type_id IN (SELECT t.id FROM metadef_resource_types t WHERE t.name = ?)";

    private EntityManager rows;

    /** For the container's proxy only. */
    protected JpaResourceTypeRepository() {}

    @Inject
    public JpaResourceTypeRepository(EntityManager rows) {
        this.rows = rows;
    }

    @Override
    public List<ResourceType> types() {
        @SuppressWarnings("unchecked")
        List<Object[]> found = new SqlText()
                .add("SELECT t.name, t.created_at, t.updated_at FROM metadef_resource_types t ORDER BY t.name")
                .query(rows)
                .getResultList();
        return found.stream()
                .map(row -> new ResourceType(
                        (String) row[0],
                        RowTimes.instant(RowTimes.read(row[1])),
                        RowTimes.instant(RowTimes.read(row[2]))))
                .toList();
    }

    @Override
    public List<Association> associations(int namespace) {
        return AssociationRows.of(rows, List.of(namespace)).getOrDefault(namespace, List.of());
    }

    @Override
    public Association associate(int namespace, Association wanted, boolean protectType, Instant now) {
        int type = number(wanted.type()).orElseGet(() -> made(wanted.type(), protectType, now));
        new SqlText()
                .add("INSERT INTO metadef_namespace_resource_types (resource_type_id, namespace_id, prefix,")
                .add(" properties_target, created_at) VALUES (?, ?, ", type, namespace)
                .add("?, ?, ?)", wanted.prefix(), wanted.propertiesTarget(), RowTimes.utc(now))
                .query(rows)
                .executeUpdate();
        return wanted.stored(now, null);
    }

    private Optional<Integer> number(String type) {
        @SuppressWarnings("unchecked")
        List<Number> found = new SqlText()
                .add("SELECT t.id FROM metadef_resource_types t WHERE t.name = ?", type)
                .query(rows)
                .getResultList();
        return found.stream().map(Number::intValue).findFirst();
    }

    private int made(String type, boolean protect, Instant now) {
        new SqlText()
                .add("INSERT INTO metadef_resource_types (name, protected, created_at) VALUES (?, ?, ", type, protect)
                .add("?)", RowTimes.utc(now))
                .query(rows)
                .executeUpdate();
        return number(type).orElseThrow();
    }

    @Override
    public boolean update(int namespace, Association wanted, Instant now) {
        return new SqlText()
                        .add(
                                "UPDATE metadef_namespace_resource_types SET prefix = ?, properties_target = ?",
                                wanted.prefix(),
                                wanted.propertiesTarget())
                        .add(", updated_at = ? WHERE namespace_id = ?", RowTimes.utc(now), namespace)
                        .add(OF_TYPE, wanted.type())
                        .query(rows)
                        .executeUpdate()
                == 1;
    }

    @Override
    public boolean dissociate(int namespace, String type) {
        return new SqlText()
                        .add("DELETE FROM metadef_namespace_resource_types WHERE namespace_id = ?", namespace)
                        .add(OF_TYPE, type)
                        .query(rows)
                        .executeUpdate()
                == 1;
    }

    @Override
    public void deleteUnused() {
        new SqlText()
                .add("DELETE FROM metadef_resource_types WHERE id NOT IN")
                .add(" (SELECT a.resource_type_id FROM metadef_namespace_resource_types a)")
                .query(rows)
                .executeUpdate();
    }
}
