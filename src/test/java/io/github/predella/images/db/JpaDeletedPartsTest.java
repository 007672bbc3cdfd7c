package io.github.predella.images.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.db.Dialect;
import io.github.predella.images.DataLedger;
import io.github.predella.images.DeletedParts;
import io.github.predella.images.DeletedParts.Kind;
import io.github.predella.images.Image;
import io.github.predella.images.Image.Status;
import io.github.predella.images.Member;
import io.github.predella.testing.Images;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Rows of what is deleted are removed on every database, and nothing else is. */
class JpaDeletedPartsTest {

    private static final Instant DELETED = Images.NOON.plusSeconds(60);
    private static final Instant LATER = Images.NOON.plusSeconds(120);

    abstract static class Tables extends LedgerTables {
        Tables(Dialect dialect) {
            super(dialect);
        }

        private DeletedParts parts() {
            return new JpaDeletedParts(database().rows(), database().dialect());
        }

        private DataLedger data() {
            return new JpaDataLedger(database().rows(), database().dialect(), LocationText.PLAIN);
        }

        /** An image with one part of every kind, ended at that time. */
        private Image ended(Status last, Instant when) {
            var image = Images.active()
                    .tagged("t")
                    .with("k", "1")
                    .storedIn("s", "file:///a")
                    .done();
            in(() -> {
                images().insert(image);
                members().insert(new Member(image.id(), "p2", Member.Status.PENDING, Images.NOON, Images.NOON));
                return images().markGone(image.id(), Status.ACTIVE, last, when);
            });
            return image;
        }

        private void dataOf(Image image) {
            in(() -> {
                data().toRemove(image.id()).forEach(copy -> data().removed(copy, DELETED));
                return null;
            });
        }

        private void removeAll(Instant before) {
            for (Kind kind : Kind.values()) {
                in(() -> parts().remove(kind, before, 0, 100));
            }
        }

        /** How many rows there are of properties, tags, members, locations. */
        private List<Integer> rows() {
            return Stream.of("image_properties", "image_tags", "image_members", "image_locations")
                    .map(table -> in(() -> ((Number) database()
                                    .rows()
                                    .createNativeQuery("SELECT COUNT(*) FROM " + table)
                                    .getSingleResult())
                            .intValue()))
                    .toList();
        }

        @Test
        void whatHungOnAnEndedImageGoesAndItsIdStaysTaken() {
            var image = ended(Status.DELETED, DELETED);
            dataOf(image);

            removeAll(LATER);

            assertEquals(List.of(0, 0, 0, 0), rows());
            assertTrue(in(() -> images().isTaken(image.id())));
        }

        @Test
        void whatIsYoungerStays() {
            dataOf(ended(Status.DELETED, DELETED));

            removeAll(DELETED);

            assertEquals(List.of(1, 1, 1, 1), rows());
        }

        @Test
        void copyWhoseDataIsThereStays() {
            ended(Status.DELETED, DELETED);

            removeAll(LATER);

            assertEquals(List.of(0, 0, 0, 1), rows());
        }

        @Test
        void whatLiesInTheBinStays() {
            ended(Status.PENDING_DELETE, DELETED);

            removeAll(LATER);

            assertEquals(List.of(1, 1, 1, 1), rows());
        }

        @Test
        void whatLivesStaysAndWhatItLostGoes() {
            var image = Images.active()
                    .tagged("t", "u")
                    .with("k", "1")
                    .with("l", "2")
                    .storedIn("s", "file:///a")
                    .done();
            in(() -> {
                images().insert(image);
                var stored = images().find(image.id()).orElseThrow();
                var details = stored.details().edit();
                details.tags().remove("t");
                details.properties().remove("k");
                return images().update(stored, stored.with(details.done()).updatedAt(DELETED));
            });
            var before = in(() -> images().find(image.id()));

            removeAll(LATER);

            assertEquals(List.of(1, 1, 0, 1), rows());
            assertEquals(before, in(() -> images().find(image.id())));
        }

        @Test
        void rowsGoSomeAtATime() {
            for (int i = 0; i < 3; i++) {
                ended(Status.DELETED, DELETED);
            }

            var first = in(() -> parts().remove(Kind.TAGS, LATER, 0, 2));
            assertEquals(1, rows().get(1));
            var second = in(() -> parts().remove(Kind.TAGS, LATER, first.getAsLong(), 2));
            var third = in(() -> parts().remove(Kind.TAGS, LATER, second.getAsLong(), 2));

            assertEquals(0, rows().get(1));
            assertEquals(OptionalLong.empty(), third);
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
