package io.github.predella.metadefs.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.predella.core.Fault;
import io.github.predella.db.Dialect;
import io.github.predella.db.Retries;
import io.github.predella.metadefs.Catalogue;
import io.github.predella.metadefs.Definition;
import io.github.predella.metadefs.DefinitionService;
import io.github.predella.metadefs.LoadMode;
import io.github.predella.metadefs.Namespace;
import io.github.predella.testing.DatabaseTables;
import io.github.predella.testing.TestingClock;
import io.github.predella.testing.TestingDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Several nodes fill the catalogue, or load the same definition, at the same time. */
class FirstLoadTest {

    private static final int NODES = 4;
    private static final Definition WANTED = new Definition(
            Namespace.wanted("shipped", null, null, Namespace.Visibility.PUBLIC, true, "admin"),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    abstract static class Tables extends DatabaseTables {

        Tables(Dialect dialect) {
            super(dialect, "metadef_namespaces", "predella_first_loads");
        }

        private static DefinitionService definitions(TestingDatabase.Session session, Dialect dialect) {
            var rows = session.rows();
            var clock = new TestingClock();
            var namespaces = new JpaNamespaceRepository(rows, dialect);
            var types = new JpaResourceTypeRepository(rows);
            var catalogue = new Catalogue(
                    namespaces,
                    types,
                    new JpaObjectRepository(rows),
                    new JpaPropertyRepository(rows),
                    new JpaTagRepository(rows),
                    clock);
            return new DefinitionService(namespaces, types, catalogue, new JpaFirstLoad(rows), clock);
        }

        private <T> List<T> onEveryNode(Function<DefinitionService, T> work) throws Exception {
            var threads = Executors.newFixedThreadPool(NODES);
            try {
                Callable<T> node = () -> alone(work);
                var results = new ArrayList<T>();
                for (var done : threads.invokeAll(List.of(node, node, node, node))) {
                    results.add(done.get());
                }
                return results;
            } finally {
                threads.shutdownNow();
            }
        }

        private <T> T alone(Function<DefinitionService, T> work) {
            try (var session = database().session()) {
                return Retries.run(() -> session.in(() -> work.apply(definitions(session, dialect()))));
            }
        }

        @Test
        void oneOfManyNodesFillsTheCatalogue() throws Exception {
            var made = onEveryNode(node -> node.loadFirst(List.of(WANTED)));

            assertEquals(1, made.stream().mapToInt(Integer::intValue).sum());
            assertEquals(List.of("shipped"), alone(DefinitionService::names));
        }

        @Test
        void whatWasRemovedDoesNotComeBack() {
            int first = alone(node -> node.loadFirst(List.of(WANTED)));
            alone(node -> {
                node.unload();
                return true;
            });

            int second = alone(node -> node.loadFirst(List.of(WANTED)));

            assertEquals(List.of(1, 0), List.of(first, second));
        }

        @Test
        void definitionThatManyLoadIsThereOnce() throws Exception {
            var outcomes = onEveryNode(node -> {
                try {
                    return node.load(WANTED, LoadMode.SKIP).name();
                } catch (Fault taken) {
                    return taken.kind().name();
                }
            });

            assertEquals(1, outcomes.stream().filter("MADE"::equals).count(), outcomes::toString);
            assertEquals(List.of("shipped"), alone(DefinitionService::names));
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
