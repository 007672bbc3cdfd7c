package io.github.predella.images.db;

import io.github.predella.db.Dialect;
import io.github.predella.jobs.Job;
import io.github.predella.jobs.JobRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells the embedded database how large the tables of images have become. It looks by itself only when a statement is
 * new to it; a service says the same few ones for ever, and with the figures of an empty database it reads whole tables
 * for a page of images. Other databases keep themselves informed.
 */
@ApplicationScoped
public class DerbyStatisticsJob implements Job {

    private static final List<String> TABLES =
            List.of("IMAGES", "IMAGE_PROPERTIES", "IMAGE_TAGS", "IMAGE_LOCATIONS", "IMAGE_MEMBERS");

    /** A table is looked at anew when it has grown or shrunk by a third. */
    private static final double MUCH = 1.0 / 3;

    private final Map<String, Long> known = new HashMap<>();
    private EntityManager rows;
    private Dialect dialect;

    /** For the container's proxy only. */
    protected DerbyStatisticsJob() {}

    @Inject
    public DerbyStatisticsJob(EntityManager rows, Dialect dialect) {
        this.rows = rows;
        this.dialect = dialect;
    }

    @Override
    public String name() {
        return "derby-statistics";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    @Transactional
    public void run(JobRun run) {
        if (dialect == Dialect.DERBY) {
            TABLES.forEach(this::look);
        }
    }

    private void look(String table) {
        long pages = pages(table);
        long before = known.getOrDefault(table, 0L);
        if (Math.abs(pages - before) > before * MUCH) {
            rows.createNativeQuery("CALL SYSCS_UTIL.SYSCS_UPDATE_STATISTICS(CURRENT SCHEMA, '" + table + "', NULL)")
                    .executeUpdate();
            known.put(table, pages);
        }
    }

    private long pages(String table) {
        var sum = (Number) rows.createNativeQuery("SELECT SUM(s.NUMALLOCATEDPAGES)"
                        + " FROM TABLE (SYSCS_DIAG.SPACE_TABLE(CURRENT SCHEMA, '" + table + "')) AS s")
                .getSingleResult();
        return sum == null ? 0 : sum.longValue();
    }
}
