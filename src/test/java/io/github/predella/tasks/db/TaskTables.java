package io.github.predella.tasks.db;

import io.github.predella.db.Dialect;
import io.github.predella.testing.TestingDatabase;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** The tables of one database for the tests of one class, empty before each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TaskTables {

    private final Dialect dialect;
    private TestingDatabase database;

    TaskTables(Dialect dialect) {
        this.dialect = dialect;
    }

    @BeforeAll
    void open() {
        database = TestingDatabase.of(dialect);
    }

    @AfterAll
    void close() {
        if (database != null) {
            database.close();
        }
    }

    @BeforeEach
    void empty() {
        in(() -> {
            List.of("task_info", "tasks", "predella_task_runs").forEach(table -> database.rows()
                    .createNativeQuery("DELETE FROM " + table)
                    .executeUpdate());
            return null;
        });
    }

    TestingDatabase database() {
        return database;
    }

    public JpaTaskRepository tasks() {
        return new JpaTaskRepository(database.rows(), dialect);
    }

    public JpaTaskRuns runs() {
        return new JpaTaskRuns(database.rows(), dialect);
    }

    public <T> T in(Supplier<T> work) {
        return database.in(work);
    }
}
