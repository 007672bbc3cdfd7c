package io.github.predella.images.db;

import io.github.predella.db.Dialect;
import io.github.predella.images.DataLedger;
import io.github.predella.quota.UsageReader;
import io.github.predella.quota.UsageReaderContract;
import org.junit.jupiter.api.Nested;

/** The figures are right on every database. */
class JpaUsageTest {

    abstract static class Tables extends LedgerTables implements UsageReaderContract {
        Tables(Dialect dialect) {
            super(dialect);
        }

        @Override
        public DataLedger data() {
            return new JpaDataLedger(database().rows(), database().dialect(), LocationText.PLAIN);
        }

        @Override
        public UsageReader usage() {
            return new JpaUsage(database().rows());
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
