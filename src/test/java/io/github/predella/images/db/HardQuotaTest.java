package io.github.predella.images.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.config.DataSize;
import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.db.Dialect;
import io.github.predella.db.Retries;
import io.github.predella.images.Image;
import io.github.predella.images.ImageContent;
import io.github.predella.images.ImageLocation;
import io.github.predella.images.ImageNotices;
import io.github.predella.images.ImportRecordService;
import io.github.predella.images.ImportRecordService.Arrival;
import io.github.predella.images.ImportRecordService.Waiting;
import io.github.predella.images.ImportRoomService;
import io.github.predella.images.LedgerFixture;
import io.github.predella.images.UploadLedger;
import io.github.predella.jobs.NodeName;
import io.github.predella.quota.ConfigLimits;
import io.github.predella.quota.QuotaGate;
import io.github.predella.quota.QuotaSettings;
import io.github.predella.quota.Room;
import io.github.predella.quota.Usage;
import io.github.predella.quota.db.JpaProjectLocks;
import io.github.predella.testing.Callers;
import io.github.predella.testing.Images;
import io.github.predella.testing.TestingClock;
import io.github.predella.testing.TestingDatabase;
import io.github.predella.testing.ToldNotices;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Many requests of one project at the same time, each on a connection of its own, against small limits. */
class HardQuotaTest {

    private static final int REQUESTS = 32;
    private static final long MIB = 1024 * 1024;
    private static final Caller ALICE = Callers.member("p1");
    private static final ImageNotices QUIET = new ImageNotices(ToldNotices.none());

    abstract static class Tables extends LedgerTables {

        Tables(Dialect dialect) {
            super(dialect);
        }

        private <T> List<T> together(QuotaSettings settings, Function<Requester, T> request) throws Exception {
            var threads = Executors.newFixedThreadPool(REQUESTS);
            try {
                Callable<T> work = () -> {
                    try (var session = database().session()) {
                        return request.apply(new Requester(session, database().dialect(), settings));
                    }
                };
                var results = new ArrayList<T>();
                for (var done : threads.invokeAll(Collections.nCopies(REQUESTS, work))) {
                    results.add(done.get());
                }
                return results;
            } catch (ExecutionException failure) {
                throw new AssertionError(failure.getCause());
            } finally {
                threads.shutdownNow();
            }
        }

        private Usage usage() {
            return in(() -> new JpaUsage(database().rows()).of("p1"));
        }

        private static long granted(List<Boolean> answers) {
            return answers.stream().filter(answer -> answer).count();
        }

        @Test
        void thereAreNeverMoreImagesThanAllowed() throws Exception {
            var settings = new QuotaSettings(10, -1, -1, -1, new DataSize(0), null, true);

            var answers = together(settings, Requester::create);

            assertEquals(10, usage().count());
            assertEquals(10, granted(answers));
        }

        @Test
        void neverMoreImagesReceiveDataThanAllowed() throws Exception {
            var settings = new QuotaSettings(-1, -1, 5, -1, new DataSize(0), null, true);

            var answers = together(settings, requester -> requester.begin(0));

            assertEquals(5, usage().uploading());
            assertEquals(5, granted(answers));
        }

        @Test
        void announcedUploadsNeverTakeMoreThanThereIs() throws Exception {
            var settings = new QuotaSettings(-1, 100, -1, -1, new DataSize(0), null, true);

            var answers = together(settings, requester -> requester.begin(15 * MIB));

            assertEquals(90 * MIB, usage().claimedBytes());
            assertEquals(6, granted(answers));
        }

        @Test
        void streamsOfUnknownLengthNeverBringMoreThanThereIs() throws Exception {
            long limit = 900 * MIB;
            var settings = new QuotaSettings(-1, -1, -1, -1, new DataSize(limit), null, true);

            var claims = together(settings, requester -> {
                long highest = 0;
                for (long size : new long[] {5 * MIB, 100 * MIB, 40 * MIB}) {
                    highest = Math.max(highest, requester.upload(size));
                }
                return highest;
            });

            assertTrue(claims.stream().allMatch(claim -> claim <= limit), claims::toString);
            assertTrue(usage().storedBytes() <= limit, () -> usage().toString());
            assertTrue(usage().storedBytes() > 0, () -> usage().toString());
            assertEquals(0, usage().expectedBytes());
        }

        @Test
        void importsNeverFetchMoreThanMayBeStaged() throws Exception {
            var settings = new QuotaSettings(-1, -1, -1, 900, new DataSize(0), null, true);

            var claims = together(settings, requester -> {
                long highest = 0;
                for (long size : new long[] {5 * MIB, 100 * MIB, 40 * MIB}) {
                    highest = Math.max(highest, requester.fetch(size));
                }
                return highest;
            });

            assertTrue(claims.stream().allMatch(claim -> claim <= 900 * MIB), claims::toString);
            assertTrue(usage().stagedBytes() > 0, () -> usage().toString());
            assertTrue(usage().stagedBytes() <= 900 * MIB, () -> usage().toString());
            assertEquals(0, usage().arrivingBytes());
        }

        @Test
        void importsNeverBringMoreToTheStoresThanThereIs() throws Exception {
            var settings = new QuotaSettings(-1, 100, -1, -1, new DataSize(0), null, true);

            var copies = together(settings, requester -> requester.deliver(15 * MIB, "fast", "slow"));

            assertEquals(6, copies.stream().mapToInt(Integer::intValue).sum());
            assertEquals(90 * MIB, usage().storedBytes());
            assertEquals(0, usage().expectedBytes());
        }
    }

    /** One request with the services that it meets; what loses against others is tried again, as services do. */
    private static final class Requester {

        private final TestingDatabase.Session session;
        private final JpaImageRepository images;
        private final QuotaGate gate;
        private final UploadLedger uploads;
        private final ImportRoomService room;
        private final ImportRecordService imports;

        Requester(TestingDatabase.Session session, Dialect dialect, QuotaSettings settings) {
            this.session = session;
            this.images = new JpaImageRepository(session.rows(), dialect, LocationText.PLAIN);
            this.gate = new QuotaGate(
                    settings,
                    new ConfigLimits(settings),
                    new JpaUsage(session.rows()),
                    new JpaProjectLocks(session.rows()));
            var data = new JpaDataLedger(session.rows(), dialect, LocationText.PLAIN);
            var access = LedgerFixture.accessTo(images);
            var clock = new TestingClock(Images.NOON);
            this.uploads = new UploadLedger(images, data, access, gate, QUIET, new NodeName("this-node"), clock);
            this.room = new ImportRoomService(images, data, gate, clock);
            this.imports = new ImportRecordService(images, access, LedgerFixture.limits(gate), room, QUIET, clock);
        }

        private <T> T in(Supplier<T> work) {
            return Retries.run(() -> session.in(work));
        }

        private boolean fits(Supplier<?> work) {
            try {
                in(work);
                return true;
            } catch (Fault fault) {
                assertEquals(Fault.Kind.TOO_LARGE, fault.kind(), fault.getMessage());
                return false;
            }
        }

        private String queued() {
            var image = Images.queued().done();
            in(() -> {
                images.insert(image);
                return null;
            });
            return image.id();
        }

        boolean create() {
            return fits(() -> {
                gate.requireRoomForImage("p1");
                images.insert(Images.queued().done());
                return null;
            });
        }

        boolean begin(long announced) {
            String id = queued();
            return fits(() -> uploads.begin(ALICE, id, "fast", announced));
        }

        /** Brings as much as fits of a stream and tells the most that the project has had meanwhile. */
        long upload(long size) {
            String id = queued();
            long claimed = 0;
            try {
                Room room = in(() -> uploads.begin(ALICE, id, "fast", 0)).room();
                for (long allowed = room.bytes(); allowed < size; ) {
                    long wanted = allowed + MIB;
                    claimed = Math.max(claimed, claimed());
                    allowed = in(() -> uploads.extend(id, wanted)).orElseThrow();
                }
                claimed = Math.max(claimed, claimed());
                in(() -> uploads.finish(id, content(size), ImageLocation.in("fast", "memory://fast/" + id)));
            } catch (Fault full) {
                assertEquals(Fault.Kind.TOO_LARGE, full.kind(), full.getMessage());
                in(() -> {
                    uploads.abandon(id);
                    return null;
                });
            }
            return Math.max(claimed, claimed());
        }

        /** As {@link #upload}, for data that an import fetches. */
        long fetch(long size) {
            String id = importing(List.of("fast"));
            long claimed = 0;
            try {
                Room granted = in(() -> room.fetch(id, id, 0));
                for (long allowed = granted.bytes(); allowed < size; ) {
                    long wanted = allowed + MIB;
                    claimed = Math.max(claimed, claimedStaging());
                    allowed = in(() -> room.extend(id, id, wanted));
                }
                claimed = Math.max(claimed, claimedStaging());
                in(() -> {
                    room.fetched(id, id, size);
                    return null;
                });
            } catch (Fault full) {
                assertEquals(Fault.Kind.TOO_LARGE, full.kind(), full.getMessage());
                in(() -> imports.undo(id, id, List.of(), List.of(), new Waiting(Image.Status.QUEUED, null)));
            }
            return Math.max(claimed, claimedStaging());
        }

        /** How many of the stores an import brings data to before there is no room any more. */
        int deliver(long size, String... stores) {
            String id = importing(List.of(stores));
            int copies = 0;
            for (String store : stores) {
                boolean fits = fits(() -> {
                    room.reserve(id, id, store, size);
                    return null;
                });
                if (fits) {
                    copies++;
                    in(() -> {
                        var place = ImageLocation.in(store, "memory://" + store + "/" + id);
                        imports.arrived(id, id, new Arrival(place, content(size), true, UnaryOperator.identity()));
                        return null;
                    });
                }
            }
            in(() -> {
                imports.release(id, id);
                return null;
            });
            return copies;
        }

        /** An image in the hands of a task that has its id. */
        private String importing(List<String> stores) {
            String id = queued();
            in(() -> {
                imports.take(images.find(id).orElseThrow(), id, stores, true);
                return null;
            });
            return id;
        }

        private long claimedStaging() {
            return in(() -> {
                gate.takeTurn("p1");
                return new JpaUsage(session.rows()).of("p1").claimedStaging();
            });
        }

        private long claimed() {
            return in(() -> {
                gate.takeTurn("p1");
                return new JpaUsage(session.rows()).of("p1").claimedBytes();
            });
        }

        private static ImageContent content(long size) {
            return new ImageContent(size, null, "c", "sha512", "d");
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

        /** What soft quotas promise and what not. */
        @Test
        void softlyRequestsOfTheSameInstantPassTogether() {
            var settings = new QuotaSettings(1, -1, -1, -1, new DataSize(0), null, false);
            try (var session = database().session();
                    var other = database().session()) {
                var first = new Requester(session, database().dialect(), settings);
                var second = new Requester(other, database().dialect(), settings);

                session.in(() -> {
                    first.gate.requireRoomForImage("p1");
                    assertTrue(second.create());
                    first.images.insert(Images.queued().done());
                    return null;
                });
            }

            assertEquals(2, in(() -> new JpaUsage(database().rows()).of("p1")).count());
        }
    }

    @Nested
    class OnMariadb extends Tables {
        OnMariadb() {
            super(Dialect.MARIADB);
        }
    }
}
