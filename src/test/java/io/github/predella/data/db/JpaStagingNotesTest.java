package io.github.predella.data.db;

import io.github.predella.data.StagingNotes;
import io.github.predella.data.StagingNotesContract;
import io.github.predella.db.Dialect;
import io.github.predella.testing.DatabaseTables;
import org.junit.jupiter.api.Nested;

/** The notes about staged data keep their promises on every database. */
class JpaStagingNotesTest {

    abstract static class Tables extends DatabaseTables implements StagingNotesContract {
        Tables(Dialect dialect) {
            super(dialect, "predella_staged");
        }

        @Override
        public StagingNotes notes() {
            return new JpaStagingNotes(database().rows());
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
