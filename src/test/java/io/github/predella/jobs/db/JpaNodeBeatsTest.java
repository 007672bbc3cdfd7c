package io.github.predella.jobs.db;

import io.github.predella.db.Dialect;
import io.github.predella.jobs.NodeBeats;
import io.github.predella.jobs.NodeBeatsContract;
import io.github.predella.testing.TestingDatabase;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** Signs of life are kept on every database. */
class JpaNodeBeatsTest {

    abstract static class Tables implements NodeBeatsContract {
        private final Dialect dialect;
        private TestingDatabase database;

        Tables(Dialect dialect) {
            this.dialect = dialect;
        }

        @BeforeEach
        void open() {
            database = TestingDatabase.of(dialect);
        }

        @AfterEach
        void close() {
            if (database != null) {
                database.close();
            }
        }

        @Override
        public NodeBeats beats() {
            return new JpaNodeBeats(database.rows());
        }

        @Override
        public <T> T in(Supplier<T> work) {
            return database.in(work);
        }
    }

    @Nested
    class OnDerby extends Tables {
        OnDerby() {
            super(Dialect.DERBY);
        }
    }

    @Nested
    class OnPostgresql extends Tables {
        OnPostgresql() {
            super(Dialect.POSTGRESQL);
        }
    }

    @Nested
    class OnMariadb extends Tables {
        OnMariadb() {
            super(Dialect.MARIADB);
        }
    }
}
