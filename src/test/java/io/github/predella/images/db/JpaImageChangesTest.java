package io.github.predella.images.db;

import io.github.predella.db.Dialect;
import io.github.predella.images.ImageChanges;
import io.github.predella.images.ImageChangesContract;
import org.junit.jupiter.api.Nested;

/** What has moved is told alike by every database. */
class JpaImageChangesTest {

    abstract static class Tables extends LedgerTables implements ImageChangesContract {
        Tables(Dialect dialect) {
            super(dialect);
        }

        @Override
        public ImageChanges changes() {
            return new JpaImageChanges(database().rows(), dialect(), LocationText.PLAIN);
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
