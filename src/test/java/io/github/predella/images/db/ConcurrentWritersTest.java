package io.github.predella.images.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.db.Dialect;
import io.github.predella.db.Retries;
import io.github.predella.db.SqlText;
import io.github.predella.images.Image;
import io.github.predella.images.ImageDetails;
import io.github.predella.images.ImageRepository;
import io.github.predella.images.Member;
import io.github.predella.testing.Images;
import io.github.predella.testing.TestingDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Several users of one database change one image at the same time, each on a connection of its own. */
class ConcurrentWritersTest {

    private static final int WRITERS = 4;
    private static final int ROUNDS = 10;

    abstract static class Tables extends LedgerTables {

        Tables(Dialect dialect) {
            super(dialect);
        }

        private Image stored(Images images) {
            var image = images.done();
            in(() -> {
                images().insert(image);
                return null;
            });
            return image;
        }

        private Image find(Image image) {
            return in(() -> images().find(image.id())).orElseThrow();
        }

        /** Lets all writers work at once and returns what each of them got. */
        private <T> List<T> together(BiFunction<Writer, Integer, T> work) throws Exception {
            var threads = Executors.newFixedThreadPool(WRITERS);
            try {
                var tasks = new ArrayList<Callable<T>>();
                for (int w = 0; w < WRITERS; w++) {
                    int number = w;
                    tasks.add(() -> {
                        try (var session = database().session()) {
                            return work.apply(new Writer(session, database().dialect()), number);
                        }
                    });
                }
                var results = new ArrayList<T>();
                for (Future<T> done : threads.invokeAll(tasks)) {
                    results.add(result(done));
                }
                return results;
            } finally {
                threads.shutdownNow();
            }
        }

        private static <T> T result(Future<T> done) throws InterruptedException {
            try {
                return done.get();
            } catch (ExecutionException failure) {
                throw new AssertionError(failure.getCause());
            }
        }

        @Test
        void additionsOfTheSameAllEndWell() throws Exception {
            for (int round = 0; round < ROUNDS; round++) {
                var image = stored(Images.queued());

                together((writer, number) ->
                        writer.change(image, details -> details.property("k", String.valueOf(number))
                                .tag("t")));

                var found = find(image).details();
                assertEquals(Set.of("t"), found.tags());
                assertEquals(Set.of("k"), found.properties().keySet());
                assertEquals(1, tagRows(image));
            }
        }

        @Test
        void additionsOfDifferentThingsAllStay() throws Exception {
            var image = stored(Images.queued());

            together((writer, number) -> {
                for (int round = 0; round < ROUNDS; round++) {
                    String text = number + "-" + round;
                    writer.change(image, details -> details.property(text, "1").tag(text));
                }
                return null;
            });

            var found = find(image).details();
            assertEquals(WRITERS * ROUNDS, found.properties().size());
            assertEquals(WRITERS * ROUNDS, found.tags().size());
        }

        @Test
        void oneOfManyTakesAWaitingImage() throws Exception {
            for (int round = 0; round < ROUNDS; round++) {
                var image = stored(Images.queued());

                var won = together((writer, number) -> writer.in(
                        images -> images.move(image.id(), Image.Status.QUEUED, Image.Status.SAVING, Images.NOON)));

                assertEquals(
                        Map.of(true, 1L, false, WRITERS - 1L),
                        won.stream().collect(Collectors.groupingBy(one -> one, Collectors.counting())));
            }
        }

        @Test
        void oneOfManyEndsAnImage() throws Exception {
            var image = stored(Images.active().tagged("t").with("k", "1").storedIn("s", "file:///x"));

            var won = together((writer, number) -> writer.in(
                    images -> images.markGone(image.id(), Image.Status.ACTIVE, Image.Status.DELETED, Images.NOON)));

            assertEquals(1, won.stream().filter(one -> one).count());
        }

        @Test
        void aProjectThatManyOfferAnImageIsAMemberOnce() throws Exception {
            for (int round = 0; round < ROUNDS; round++) {
                var image = stored(Images.active());

                var won = together((writer, number) -> writer.offer(image, "p2"));

                assertEquals(1, won.stream().filter(one -> one).count());
                assertEquals(1, in(() -> members().of(image.id())).size());
            }
        }

        @Test
        void oneOfManyMakesAnImageOfAnId() throws Exception {
            var image = Images.queued().done();

            var won = together((writer, number) -> writer.insert(image));

            assertEquals(1, won.stream().filter(one -> one).count());
            assertTrue(in(() -> images().isTaken(image.id())));
        }

        private long tagRows(Image image) {
            return in(() -> ((Number) new SqlText()
                            .add("SELECT COUNT(*) FROM image_tags WHERE image_id = ?", image.id())
                            .query(database().rows())
                            .getSingleResult())
                    .longValue());
        }
    }

    /** One of several users, who tries again what lost, as services do. */
    private record Writer(TestingDatabase.Session session, Dialect dialect) {

        <T> T in(Function<ImageRepository, T> work) {
            return Retries.run(() ->
                    session.in(() -> work.apply(new JpaImageRepository(session.rows(), dialect, LocationText.PLAIN))));
        }

        boolean change(Image image, UnaryOperator<ImageDetails.Editor> edit) {
            return in(images -> {
                var before = images.find(image.id()).orElseThrow();
                return images.update(
                        before, before.with(edit.apply(before.details().edit()).done()));
            });
        }

        boolean offer(Image image, String project) {
            return Retries.run(() -> session.in(() -> {
                var members = new JpaMemberRepository(session.rows());
                new JpaImageRepository(session.rows(), dialect, LocationText.PLAIN).hold(image.id());
                boolean free = members.find(image.id(), project).isEmpty();
                if (free) {
                    members.insert(new Member(image.id(), project, Member.Status.PENDING, Images.NOON, Images.NOON));
                }
                return free;
            }));
        }

        boolean insert(Image image) {
            return in(images -> {
                boolean free = !images.isTaken(image.id());
                if (free) {
                    images.insert(image);
                }
                return free;
            });
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
