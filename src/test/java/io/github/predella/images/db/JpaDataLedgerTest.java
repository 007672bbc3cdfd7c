package io.github.predella.images.db;

import io.github.predella.db.Dialect;
import io.github.predella.images.DataLedger;
import io.github.predella.images.DataLedgerContract;
import org.junit.jupiter.api.Nested;

/** The notes about data keep their promises on every database. */
class JpaDataLedgerTest {

    abstract static class Tables extends LedgerTables implements DataLedgerContract {
        Tables(Dialect dialect) {
            super(dialect);
        }

        @Override
        public DataLedger data() {
            return new JpaDataLedger(database().rows(), database().dialect(), LocationText.PLAIN);
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
