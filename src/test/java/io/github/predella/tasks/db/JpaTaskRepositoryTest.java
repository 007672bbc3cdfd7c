package io.github.predella.tasks.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.predella.core.PageRequest;
import io.github.predella.db.Dialect;
import io.github.predella.tasks.TaskQuery;
import io.github.predella.tasks.TaskRepositoryContract;
import io.github.predella.testing.Tasks;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The ledger of tasks keeps its promises on every database, and a page costs the same few statements. */
class JpaTaskRepositoryTest {

    abstract static class Tables extends TaskTables implements TaskRepositoryContract {
        Tables(Dialect dialect) {
            super(dialect);
        }

        @Test
        void aPageCostsTwoStatementsAndOneForItsMarker() {
            int empty = statements(null);
            for (int i = 0; i < 30; i++) {
                stored(Tasks.pending());
            }

            assertEquals(1, empty);
            assertEquals(2, statements(null));
            assertEquals(3, statements(found(TaskQuery.Field.ID, true).get(29).id()));
        }

        private int statements(String marker) {
            var query = new TaskQuery(List.of(), TaskQuery.Field.ID, false, new PageRequest(5, marker));
            return database().statementsOf(() -> page(query, null));
        }

        @Test
        void rowThatNobodyCanReadDoesNotHideItsTask() {
            var task = stored(Tasks.pending());
            in(() -> database()
                    .rows()
                    .createNativeQuery("UPDATE task_info SET result = '{broken', message = NULL")
                    .executeUpdate());

            var found = find(task.id()).orElseThrow();

            assertEquals(task, found);
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
