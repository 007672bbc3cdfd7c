package io.github.predella.metadefs.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.predella.core.PageRequest;
import io.github.predella.db.Dialect;
import io.github.predella.metadefs.Association;
import io.github.predella.metadefs.CatalogueContract;
import io.github.predella.metadefs.MetaTag;
import io.github.predella.metadefs.NamespaceQuery;
import io.github.predella.testing.DatabaseTables;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The catalogue keeps its promises on every database, and a list costs the same few statements. */
class JpaCatalogueTest {

    abstract static class Tables extends DatabaseTables implements CatalogueContract {

        Tables(Dialect dialect) {
            super(
                    dialect,
                    "metadef_namespace_resource_types",
                    "metadef_objects",
                    "metadef_properties",
                    "metadef_tags",
                    "metadef_resource_types",
                    "metadef_namespaces");
        }

        @Override
        public JpaNamespaceRepository namespaces() {
            return new JpaNamespaceRepository(database().rows(), dialect());
        }

        @Override
        public JpaResourceTypeRepository types() {
            return new JpaResourceTypeRepository(database().rows());
        }

        @Override
        public JpaObjectRepository objects() {
            return new JpaObjectRepository(database().rows());
        }

        @Override
        public JpaPropertyRepository properties() {
            return new JpaPropertyRepository(database().rows());
        }

        @Override
        public JpaTagRepository tags() {
            return new JpaTagRepository(database().rows());
        }

        @Test
        void listOfTwoHundredCostsTwoStatementsAndOneForItsMarker() {
            int none = statements(null);
            for (int i = 0; i < 200; i++) {
                int id = stored("n" + i).id();
                in(() -> types().associate(id, Association.wanted("OS::Glance::Image", null, null), false, NOON));
            }

            assertEquals(1, none);
            assertEquals(2, statements(null));
            assertEquals(3, statements("n5"));
        }

        private int statements(String marker) {
            var query = new NamespaceQuery(
                    null, List.of(), NamespaceQuery.SortKey.CREATED_AT, false, new PageRequest(200, marker));
            return database().statementsOf(() -> names(query, EVERYTHING));
        }

        @Test
        void partsOfManyNamespacesCostOneStatement() {
            var ids = IntStream.range(0, 50)
                    .mapToObj(number -> stored("n" + number).id())
                    .toList();
            ids.forEach(id -> in(() -> tags().insert(id, MetaTag.wanted("t" + id), NOON)));

            int statements = database().statementsOf(() -> in(() -> tags().lists(ids)));

            assertEquals(1, statements);
            assertEquals(50, in(() -> tags().lists(ids)).size());
        }

        @Test
        void seventyPartsTakeFourStatementsAndKeepTheirOrder() {
            int id = stored("one").id();
            var wanted = IntStream.range(0, 70)
                    .mapToObj(number -> MetaTag.wanted("t" + number))
                    .toList();

            int statements = database().statementsOf(() -> in(() -> tags().insertAll(id, wanted, NOON)));

            assertEquals(4, statements);
            assertEquals(wanted.stream().map(tag -> tag.stored(NOON, null)).toList(), in(() -> tags().list(id)));
        }

        @Test
        void rowThatNobodyCanReadDoesNotHideTheOthers() {
            int id = stored("one").id();
            in(() -> {
                fill(id);
                return null;
            });
            in(() -> database()
                    .rows()
                    .createNativeQuery("UPDATE metadef_properties SET json_schema = '{broken'")
                    .executeUpdate());

            var found = in(() -> properties().list(id));

            assertEquals(1, found.size());
            assertEquals("{}", found.get(0).schema().toString());
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
