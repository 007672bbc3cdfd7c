package io.github.predella.cache.db;

import io.github.predella.cache.CacheIndex;
import io.github.predella.cache.CacheIndexContract;
import io.github.predella.db.Dialect;
import io.github.predella.testing.DatabaseTables;
import org.junit.jupiter.api.Nested;

/** The index of the caches keeps its promises on every database. */
class JpaCacheIndexTest {

    abstract static class Tables extends DatabaseTables implements CacheIndexContract {
        Tables(Dialect dialect) {
            super(dialect, "predella_cached_images", "predella_cache_queue", "images");
        }

        @Override
        public CacheIndex index() {
            return new JpaCacheIndex(database().rows());
        }

        @Override
        public void image(String id, String status, boolean deleted) {
            in(() -> database()
                    .rows()
                    .createNativeQuery("INSERT INTO images (id, status, created_at, deleted, min_disk, min_ram)"
                            + " VALUES (?, ?, CURRENT_TIMESTAMP, ?, 0, 0)")
                    .setParameter(1, id)
                    .setParameter(2, status)
                    .setParameter(3, deleted)
                    .executeUpdate());
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
