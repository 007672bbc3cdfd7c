package io.github.predella.images.db;

import io.github.predella.db.SqlText;
import io.github.predella.images.DataLedger;
import io.github.predella.images.ImportMarks;
import io.github.predella.quota.Usage;
import io.github.predella.quota.UsageReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Counts a project's images in the tables of the reference, and what its running uploads have announced. Each line of
 * the statement is a walk along one index; a line that asked several things of every image would cost a search for each.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class JpaUsage implements UsageReader {

    private static final String COPYING = " JOIN image_properties p ON p.image_id = i.id" + " AND p.name = '"
            + ImportMarks.IMPORTING + "' AND p.deleted = FALSE AND LENGTH(p.value) > 0";

    private EntityManager rows;

    /** For the container's proxy only. */
    protected JpaUsage() {}

    @Inject
    public JpaUsage(EntityManager rows) {
        this.rows = rows;
    }

    /** What is on its way comes before what is stored: whatever arrives between the two is counted twice, never not. */
    @Override
    public Usage of(String project) {
        var count = new SqlText();
        line(count, "1, SUM(u.expected), 0", " JOIN predella_uploads u ON u.image_id = i.id", project);
        count.add(" AND u.store <> ? UNION ALL ", DataLedger.STAGING);
        line(count, "2, SUM(u.expected), 0", " JOIN predella_uploads u ON u.image_id = i.id", project);
        count.add(" AND u.store = ? UNION ALL ", DataLedger.STAGING);
        line(count, "7, SUM(s.total_bytes), 0", " JOIN predella_upload_sessions s ON s.image_id = i.id", project);
        count.add(" AND s.complete = FALSE UNION ALL ");
        line(count, "3, COUNT(*), 0", "", project);
        count.add(" UNION ALL ");
        line(count, "4, COUNT(*), SUM(CASE WHEN i.status = 'saving' THEN 0 ELSE COALESCE(i.size, 0) END)", "", project);
        count.add(" AND i.status IN ('saving', 'uploading', 'importing') UNION ALL ");
        line(
                count,
                "5, SUM(CASE WHEN i.status = 'saving' THEN 0 ELSE 1 END), SUM(COALESCE(i.size, 0))",
                COPYING,
                project);
        count.add(" AND i.status NOT IN ('uploading', 'importing') UNION ALL ");
        line(count, "6, SUM(COALESCE(i.size, 0)), 0", " JOIN image_locations l ON l.image_id = i.id", project);
        count.add(" AND l.deleted = FALSE");
        return usage(count);
    }

    private static void line(SqlText count, String figures, String joined, String project) {
        count.add("SELECT " + figures + " FROM images i" + joined);
        count.add(" WHERE i.deleted = FALSE AND i.status <> 'killed'");
        if (project == null) {
            count.add(" AND i.owner IS NULL");
        } else {
            count.add(" AND i.owner = ?", project);
        }
    }

    private Usage usage(SqlText count) {
        @SuppressWarnings("unchecked")
        List<Object[]> lines = count.query(rows).getResultList();
        var first = new long[lines.size() + 1];
        var second = new long[lines.size() + 1];
        lines.forEach(line -> {
            first[(int) number(line[0])] = number(line[1]);
            second[(int) number(line[0])] = number(line[2]);
        });
        return new Usage(first[3], first[4] + first[5], first[6], first[1], second[4] + second[5], first[2] + first[7]);
    }

    private static long number(Object figure) {
        return figure == null ? 0 : ((Number) figure).longValue();
    }
}
