package io.github.predella.images.db;

import io.github.predella.db.Dialect;
import io.github.predella.db.RowTimes;
import io.github.predella.db.SqlText;
import io.github.predella.images.DeletedParts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** Deleted rows of what hangs on images, looked through once from the first to the last. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class JpaDeletedParts implements DeletedParts {

    private EntityManager rows;
    private Dialect dialect;

    /** For the container's proxy only. */
    protected JpaDeletedParts() {}

    @Inject
    public JpaDeletedParts(EntityManager rows, Dialect dialect) {
        this.rows = rows;
        this.dialect = dialect;
    }

    @Override
    public OptionalLong remove(Kind kind, Instant before, long afterRow, int limit) {
        List<?> found = new SqlText()
                .add("SELECT t.id FROM " + table(kind) + " t WHERE t.deleted = TRUE")
                .add(" AND t.deleted_at < ? AND t.id > ?", RowTimes.utc(before), afterRow)
                .add(kind == Kind.LOCATIONS ? " AND t.status <> 'pending_delete'" : "")
                .add(" AND EXISTS (SELECT 1 FROM images i WHERE i.id = t.image_id AND i.status <> 'pending_delete')")
                .add(" ORDER BY t.id" + dialect.firstRows(limit))
                .query(rows)
                .getResultList();
        if (found.isEmpty()) {
            return OptionalLong.empty();
        }
        new SqlText()
                .add("DELETE FROM " + table(kind) + " WHERE deleted = TRUE AND id")
                .addIn(found)
                .query(rows)
                .executeUpdate();
        return OptionalLong.of(((Number) found.get(found.size() - 1)).longValue());
    }

    private static String table(Kind kind) {
        return switch (kind) {
            case PROPERTIES -> "image_properties";
            case TAGS -> "image_tags";
            case MEMBERS -> "image_members";
            case LOCATIONS -> "image_locations";
        };
    }
}
