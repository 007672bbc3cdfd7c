package io.github.predella.tasks.db;

import io.github.predella.db.Dialect;
import io.github.predella.db.RowTimes;
import io.github.predella.db.SqlText;
import io.github.predella.tasks.TaskChanges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** What has moved of late, read along the reference's own index of the times of change. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class JpaTaskChanges implements TaskChanges {

    private EntityManager rows;
    private Dialect dialect;

    /** For the container's proxy only. */
    protected JpaTaskChanges() {}

    @Inject
    public JpaTaskChanges(EntityManager rows, Dialect dialect) {
        this.rows = rows;
        this.dialect = dialect;
    }

    @Override
    public List<Moment> between(Instant from, Instant to, int most) {
        return new SqlText()
                        .add("SELECT t.* FROM tasks t WHERE t.updated_at >= ?", RowTimes.utc(from))
                        .add(" AND t.updated_at < ? AND t.deleted = FALSE", RowTimes.utc(to))
                        .add(" ORDER BY t.updated_at" + dialect.firstRows(most))
                        .rows(rows, TaskRow.class)
                        .stream()
                        .map(row -> new Moment(row.id, row.owner, row.imageId, RowTimes.instant(row.updatedAt)))
                        .toList();
    }
}
