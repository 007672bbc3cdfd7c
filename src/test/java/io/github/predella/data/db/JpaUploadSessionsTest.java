package io.github.predella.data.db;

import io.github.predella.data.UploadSessions;
import io.github.predella.data.UploadSessionsContract;
import io.github.predella.db.Dialect;
import io.github.predella.testing.DatabaseTables;
import org.junit.jupiter.api.Nested;

/** Upload sessions keep their promises on every database. */
class JpaUploadSessionsTest {

    abstract static class Tables extends DatabaseTables implements UploadSessionsContract {
        Tables(Dialect dialect) {
            super(dialect, "predella_upload_sessions");
        }

        @Override
        public UploadSessions sessions() {
            return new JpaUploadSessions(database().rows());
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
