package io.github.predella.jobs.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.db.Dialect;
import io.github.predella.db.Retries;
import io.github.predella.jobs.LeaseRepository;
import io.github.predella.jobs.LeaseRepositoryContract;
import io.github.predella.testing.TestingDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Leases are kept on every database. */
class JpaLeaseRepositoryTest {

    abstract static class Tables implements LeaseRepositoryContract {
        private final Dialect dialect;
        private TestingDatabase database;

        Tables(Dialect dialect) {
            this.dialect = dialect;
        }

        @BeforeEach
        void open() {
            database = TestingDatabase.of(dialect);
        }

        @AfterEach
        void close() {
            if (database != null) {
                database.close();
            }
        }

        @Override
        public LeaseRepository leases() {
            return new JpaLeaseRepository(database.rows(), dialect, Clock.systemUTC());
        }

        @Override
        public <T> T in(Supplier<T> work) {
            return database.in(work);
        }

        @Test
        void sharedClockShowsTheTimeOfTheWorld() {
            var shown = in(() -> leases().now());

            assertTrue(Duration.between(shown, Instant.now()).abs().compareTo(Duration.ofMinutes(1)) < 0);
        }

        @Test
        void oneOfManyTakesALeaseThatNobodyHadBefore() throws Exception {
            var threads = Executors.newFixedThreadPool(4);
            var attempts = new ArrayList<Callable<Boolean>>();
            for (String node : List.of("n1", "n2", "n3", "n4")) {
                attempts.add(() -> {
                    try (var session = database.session()) {
                        var leases = new JpaLeaseRepository(session.rows(), dialect, Clock.systemUTC());
                        return Retries.run(() -> session.in(() -> leases.take("job", node, NOON, NOON.plusSeconds(60))
                                .isPresent()));
                    }
                });
            }

            int taken = 0;
            for (var attempt : threads.invokeAll(attempts)) {
                taken += attempt.get() ? 1 : 0;
            }
            threads.shutdownNow();

            assertEquals(1, taken);
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
