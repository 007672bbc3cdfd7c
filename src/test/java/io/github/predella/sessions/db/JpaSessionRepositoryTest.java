package io.github.predella.sessions.db;

import io.github.predella.db.Dialect;
import io.github.predella.sessions.SessionRepository;
import io.github.predella.sessions.SessionRepositoryContract;
import io.github.predella.testing.TestingDatabase;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** Sessions are kept on every database. */
class JpaSessionRepositoryTest {

    abstract static class Table implements SessionRepositoryContract {
        private final Dialect dialect;
        private TestingDatabase database;

        Table(Dialect dialect) {
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
        public SessionRepository sessions() {
            return new JpaSessionRepository(database.rows());
        }

        @Override
        public <T> T in(Supplier<T> work) {
            return database.in(work);
        }
    }

    @Nested
    class OnDerby extends Table {
        OnDerby() {
            super(Dialect.DERBY);
        }
    }

    @Nested
    class OnPostgresql extends Table {
        OnPostgresql() {
            super(Dialect.POSTGRESQL);
        }
    }

    @Nested
    class OnMariadb extends Table {
        OnMariadb() {
            super(Dialect.MARIADB);
        }
    }
}
