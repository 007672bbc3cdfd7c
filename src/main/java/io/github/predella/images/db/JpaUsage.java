package io.github.predella.images.db;

import io.github.predella.db.SqlText;
import io.github.predella.quota.Usage;
import io.github.predella.quota.UsageReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Counts a project's images in the tables of the reference, and what its running uploads have announced. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class JpaUsage implements UsageReader {

    private EntityManager rows;

    /** For the container's proxy only. */
    protected JpaUsage() {}

    @Inject
    public JpaUsage(EntityManager rows) {
        this.rows = rows;
    }

    @Override
    public Usage of(String project) {
        var count = new SqlText()
                .add("SELECT COUNT(*), SUM(CASE WHEN i.status IN ('saving', 'uploading', 'importing')")
                .add(" THEN 1 ELSE 0 END), SUM(COALESCE(i.size, 0) * (SELECT COUNT(*) FROM image_locations l")
                .add(" WHERE l.image_id = i.id AND l.deleted = FALSE)),")
                .add(" SUM((SELECT COALESCE(SUM(u.expected), 0) FROM predella_uploads u WHERE u.image_id = i.id))")
                .add(" FROM images i WHERE i.deleted = FALSE AND i.status <> 'killed'");
        if (project == null) {
            count.add(" AND i.owner IS NULL");
        } else {
            count.add(" AND i.owner = ?", project);
        }
        var figures = (Object[]) count.query(rows).getSingleResult();
        return new Usage(number(figures[0]), number(figures[2]), number(figures[3]), number(figures[1]));
    }

    private static long number(Object figure) {
        return figure == null ? 0 : ((Number) figure).longValue();
    }
}
