package io.github.predella.tasks.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.predella.db.Dialect;
import io.github.predella.db.Retries;
import io.github.predella.tasks.TaskRuns;
import io.github.predella.tasks.TaskRunsContract;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The notes about who runs which task keep their promises on every database, also when several try at once. */
class JpaTaskRunsTest {

    private static final int NODES = 4;
    private static final int ROUNDS = 10;

    abstract static class Tables extends TaskTables implements TaskRunsContract {
        Tables(Dialect dialect) {
            super(dialect);
        }

        private int winners(BiPredicate<TaskRuns, String> attempt) throws Exception {
            var threads = Executors.newFixedThreadPool(NODES);
            try {
                var attempts = new ArrayList<Callable<Boolean>>();
                for (int n = 0; n < NODES; n++) {
                    String node = "n" + n;
                    attempts.add(() -> alone(runs -> attempt.test(runs, node)));
                }
                int winners = 0;
                for (var done : threads.invokeAll(attempts)) {
                    winners += done.get() ? 1 : 0;
                }
                return winners;
            } finally {
                threads.shutdownNow();
            }
        }

        private boolean alone(Predicate<TaskRuns> attempt) {
            try (var session = database().session()) {
                return Retries.run(() -> session.in(() ->
                        attempt.test(new JpaTaskRuns(session.rows(), database().dialect()))));
            }
        }

        @Test
        void oneOfManyClaimsAWaitingTask() throws Exception {
            for (int round = 0; round < ROUNDS; round++) {
                String id = noted(null, NOON);

                assertEquals(1, winners((runs, node) -> runs.claim(id, node)));
            }
        }

        @Test
        void aWaitingTaskIsEitherClaimedOrWithdrawn() throws Exception {
            for (int round = 0; round < ROUNDS; round++) {
                String id = noted(null, NOON);

                int winners = winners((runs, node) ->
                        node.equals("n0") ? runs.withdraw(id, node, "cancelled") : runs.claim(id, node));

                assertEquals(1, winners);
            }
        }

        @Test
        void oneOfManyTakesTheTaskOfADeadNodeOver() throws Exception {
            for (int round = 0; round < ROUNDS; round++) {
                String id = noted(null, NOON);
                in(() -> runs().claim(id, "dead"));

                assertEquals(1, winners((runs, node) -> runs.takeOver(id, "dead", node)));
            }
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
