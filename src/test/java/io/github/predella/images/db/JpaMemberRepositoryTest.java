package io.github.predella.images.db;

import io.github.predella.db.Dialect;
import io.github.predella.images.MemberRepositoryContract;
import org.junit.jupiter.api.Nested;

/** The memberships keep their promises on every database. */
class JpaMemberRepositoryTest {

    abstract static class Tables extends LedgerTables implements MemberRepositoryContract {
        Tables(Dialect dialect) {
            super(dialect);
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
