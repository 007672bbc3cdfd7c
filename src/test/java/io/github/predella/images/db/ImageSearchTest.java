package io.github.predella.images.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.predella.db.Dialect;
import io.github.predella.images.Image;
import io.github.predella.images.ImageQuery.SortKey;
import io.github.predella.images.ImageSearchContract;
import io.github.predella.testing.Images;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Lists are right on every database, and cost the same few statements whatever is in them. */
class ImageSearchTest {

    abstract static class Tables extends LedgerTables implements ImageSearchContract {
        Tables(Dialect dialect) {
            super(dialect);
        }

        @Test
        void aPageCostsTwoStatementsAndOneForItsMarker() {
            var empty = statements(null);
            for (int i = 0; i < 30; i++) {
                store(Images.active()
                        .tagged("a", "b", "c")
                        .with("k", "1")
                        .with("l", "2")
                        .storedIn("s", "file:///x"));
            }
            var full = statements(null);
            var marker = page(ImageSearchContract.query(5, null, order()), OWNER)
                    .items()
                    .get(4);

            assertEquals(1, empty);
            assertEquals(2, full);
            assertEquals(3, statements(marker));
        }

        private int statements(Image marker) {
            var query = ImageSearchContract.query(25, marker == null ? null : marker.id(), order());
            return database().statementsOf(() -> page(query, OWNER));
        }

        private static SortKey[] order() {
            return NEWEST_FIRST.toArray(SortKey[]::new);
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
