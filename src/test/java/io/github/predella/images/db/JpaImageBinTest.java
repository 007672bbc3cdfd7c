package io.github.predella.images.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.db.Dialect;
import io.github.predella.db.RowTimes;
import io.github.predella.images.DataLedger;
import io.github.predella.images.Image.Status;
import io.github.predella.images.ImageBin;
import io.github.predella.images.ImageBinContract;
import io.github.predella.testing.Images;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The bin keeps its promises on every database, also about images that the reference has put there. */
class JpaImageBinTest {

    abstract static class Tables extends LedgerTables implements ImageBinContract {
        Tables(Dialect dialect) {
            super(dialect);
        }

        @Override
        public DataLedger data() {
            return new JpaDataLedger(database().rows(), database().dialect(), LocationText.PLAIN);
        }

        @Override
        public ImageBin bin() {
            return new JpaImageBin(database().rows(), database().dialect());
        }

        /** An image with two copies, deleted the way the reference does it, the copies some moments before. */
        private String deletedByTheReference(String lastCopy) {
            var image = stored(Images.active()
                    .tagged("t")
                    .with("k", "1")
                    .storedIn("s", "file:///a")
                    .storedIn("t", "file:///b"));
            set("image_locations", "status = 'pending_delete'", "image_id", image.id(), DELETED.minusSeconds(2));
            if (lastCopy != null) {
                set(
                        "image_locations",
                        "status = '" + lastCopy + "'",
                        "value",
                        image.locations().get(1).url(),
                        LATER);
            }
            for (var table : new String[] {"image_properties", "image_tags"}) {
                set(table, "updated_at = updated_at", "image_id", image.id(), DELETED);
            }
            set("images", "status = 'pending_delete'", "id", image.id(), DELETED);
            return image.id();
        }

        private void set(String table, String assignment, String column, String value, Instant when) {
            LocalDateTime time = RowTimes.utc(when);
            in(() -> database()
                    .rows()
                    .createNativeQuery("UPDATE " + table + " SET " + assignment
                            + ", deleted = TRUE, deleted_at = ? WHERE " + column + " = ?")
                    .setParameter(1, time)
                    .setParameter(2, value)
                    .executeUpdate());
        }

        @Test
        void whatTheReferenceHasDeletedComesBackToo() {
            String id = deletedByTheReference(null);
            var binned = find(id).orElseThrow();

            assertTrue(binned.whole());
            assertEquals(2, binned.copies());
            assertTrue(restore(id));

            var found = living(id);
            assertEquals(Status.ACTIVE, found.status());
            assertEquals(2, found.locations().size());
            assertEquals("1", found.details().properties().get("k"));
            assertTrue(found.details().tags().contains("t"));
        }

        @Test
        void whatTheReferenceIsRemovingIsNotWhole() {
            String id = deletedByTheReference("deleted");

            assertEquals(false, find(id).orElseThrow().whole());
        }

        @Test
        void theReferenceFindsItsRowsInWhatIsDeletedHere() {
            var image = deleted(Images.active().tagged("t").with("k", "1").storedIn("s", "file:///a"));

            assertEquals(1, count("images", "status = 'pending_delete'", "id", image.id()));
            assertEquals(1, count("image_locations", "status = 'pending_delete'", "image_id", image.id()));
            assertEquals(1, count("image_properties", "name = 'k'", "image_id", image.id()));
            assertEquals(1, count("image_tags", "value = 't'", "image_id", image.id()));
        }

        private int count(String table, String condition, String column, String id) {
            return in(() -> ((Number) database()
                            .rows()
                            .createNativeQuery("SELECT COUNT(*) FROM " + table + " WHERE deleted = TRUE AND "
                                    + condition + " AND deleted_at = ? AND " + column + " = ?")
                            .setParameter(1, RowTimes.utc(DELETED))
                            .setParameter(2, id)
                            .getSingleResult())
                    .intValue());
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
