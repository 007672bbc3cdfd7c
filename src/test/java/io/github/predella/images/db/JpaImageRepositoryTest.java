package io.github.predella.images.db;

import io.github.predella.db.Dialect;
import io.github.predella.images.ImageRepository;
import io.github.predella.images.ImageRepositoryContract;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;

/** The ledger of images keeps its promises on every database. */
class JpaImageRepositoryTest {

    abstract static class Tables extends LedgerTables implements ImageRepositoryContract {
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

    /** The places of data are encrypted; nobody above notices. */
    @Nested
    class OnDerbyWithAKey extends Tables {
        OnDerbyWithAKey() {
            super(Dialect.DERBY);
        }

        @Override
        public ImageRepository images() {
            var key = LocationText.encryptedBy("0123456789abcdef".getBytes(StandardCharsets.UTF_8));
            return new JpaImageRepository(database().rows(), dialect(), key);
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
