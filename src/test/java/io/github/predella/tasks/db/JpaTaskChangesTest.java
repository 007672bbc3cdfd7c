package io.github.predella.tasks.db;

import io.github.predella.db.Dialect;
import io.github.predella.tasks.TaskChanges;
import io.github.predella.tasks.TaskChangesContract;
import org.junit.jupiter.api.Nested;

/** What has moved is told alike by every database. */
class JpaTaskChangesTest {

    abstract static class Tables extends TaskTables implements TaskChangesContract {
        Tables(Dialect dialect) {
            super(dialect);
        }

        @Override
        public TaskChanges changes() {
            return new JpaTaskChanges(database().rows(), dialect());
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
