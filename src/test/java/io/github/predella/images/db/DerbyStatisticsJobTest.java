package io.github.predella.images.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.predella.db.Dialect;
import io.github.predella.jobs.JobRun;
import io.github.predella.testing.TestingDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The embedded database learns how large its tables are. */
class DerbyStatisticsJobTest {

    private TestingDatabase database;
    private DerbyStatisticsJob job;

    @BeforeEach
    void open() {
        database = TestingDatabase.of(Dialect.DERBY);
        job = new DerbyStatisticsJob(database.rows(), Dialect.DERBY);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void run() {
        database.in(() -> {
            job.run(JobRun.ofNode());
            return null;
        });
    }

    private void insert(int from, int to) {
        database.in(() -> {
            for (int i = from; i < to; i++) {
                database.rows()
                        .createNativeQuery("INSERT INTO image_tags (image_id, value, created_at, deleted) VALUES"
                                + " ('one', 'tag-" + i + "', CURRENT_TIMESTAMP, FALSE)")
                        .executeUpdate();
            }
            return null;
        });
    }

    private List<?> figures() {
        return database.in(() -> database.rows()
                .createNativeQuery("SELECT DISTINCT CAST(s.STATISTICS AS VARCHAR(100)) FROM SYS.SYSSTATISTICS s"
                        + " JOIN SYS.SYSTABLES t ON t.TABLEID = s.TABLEID WHERE t.TABLENAME = 'IMAGE_TAGS'"
                        + " AND s.COLCOUNT = 1 AND CAST(s.STATISTICS AS VARCHAR(100)) LIKE 'numunique= 1 %'")
                .getResultList());
    }

    @Test
    void grownTableIsLookedAtAnew() {
        database.in(() -> database.rows()
                .createNativeQuery("INSERT INTO images (id, status, created_at, deleted, min_disk, min_ram, protected,"
                        + " visibility, os_hidden) VALUES ('one', 'queued', CURRENT_TIMESTAMP, FALSE, 0, 0, FALSE,"
                        + " 'private', FALSE)")
                .executeUpdate());
        insert(0, 10);
        run();
        var few = figures();

        insert(10, 2000);
        run();

        assertEquals(
                List.of("numunique= 1 numrows= 10"), few.stream().distinct().toList());
        assertEquals(
                List.of("numunique= 1 numrows= 2000"),
                figures().stream().distinct().toList());
    }

    @Test
    void otherDatabasesAreLeftAlone() {
        var elsewhere = new DerbyStatisticsJob(null, Dialect.POSTGRESQL);

        elsewhere.run(JobRun.ofNode());

        assertEquals(List.of(), figures());
    }
}
