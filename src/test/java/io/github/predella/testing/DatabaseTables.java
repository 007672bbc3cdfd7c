package io.github.predella.testing;

import io.github.predella.db.Dialect;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** Some tables of one database for the tests of one class, empty before each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DatabaseTables {

    private final Dialect dialect;
    private final List<String> tables;
    private TestingDatabase database;

    /** @param tables to be emptied, in an order in which that is possible */
    protected DatabaseTables(Dialect dialect, String... tables) {
        this.dialect = dialect;
        this.tables = List.of(tables);
    }

    @BeforeAll
    protected final void open() {
        database = TestingDatabase.of(dialect);
    }

    @AfterAll
    protected final void close() {
        if (database != null) {
            database.close();
        }
    }

    @BeforeEach
    protected final void empty() {
        in(() -> {
            tables.forEach(table ->
                    database.rows().createNativeQuery("DELETE FROM " + table).executeUpdate());
            return null;
        });
    }

    protected final Dialect dialect() {
        return dialect;
    }

    protected final TestingDatabase database() {
        return database;
    }

    /** Runs work in a transaction of its own. */
    public final <T> T in(Supplier<T> work) {
        return database.in(work);
    }
}
