package io.github.predella.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.predella.notify.Notice.Priority;
import io.github.predella.testing.Await;
import io.github.predella.testing.TestingClock;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of notices between the commit and the broker; a script stands for the broker. */
class PostmanTest {

    private static final int ROOM = 5;
    private static final Duration LONG = Duration.ofSeconds(20);

    private final ScriptedNotifier broker = new ScriptedNotifier();
    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    private final List<Postman> begun = new ArrayList<>();

    @AfterEach
    void end() {
        broker.away = false;
        begun.forEach(postman -> postman.end(Duration.ofMillis(1)));
    }

    private Postman postman(int retry) {
        var settings = new NotifySettings(
                List.of("log"), null, null, List.of("notifications"), retry, "glance", "image.here", List.of(), ROOM);
        return new Postman(settings, List.of(), Thread::new, Clock.systemUTC());
    }

    private Postman begin(Postman postman, Notifier... notifiers) {
        postman.begin(List.of(notifiers), pause -> {
            pauses.add(pause);
            new CountDownLatch(1).await(1, TimeUnit.MILLISECONDS);
        });
        begun.add(postman);
        return postman;
    }

    private static void post(Postman postman, int from, int to) {
        IntStream.range(from, to)
                .forEach(number -> postman.post(
                        new Notice("event." + number, Priority.INFO, JsonValue.EMPTY_JSON_OBJECT, Instant.EPOCH)));
    }

    private static List<String> events(int... numbers) {
        return IntStream.of(numbers).mapToObj(number -> "event." + number).toList();
    }

    @Test
    void noticesArriveInTheirOrder() {
        var postman = begin(postman(-1), broker);

        post(postman, 0, 3);

        Await.until(LONG, () -> broker.arrived().equals(events(0, 1, 2)));
    }

    @Test
    void nobodyWaitsForABrokerThatIsAwayAndWhatFindsNoRoomIsDropped() {
        broker.away = true;
        var postman = begin(postman(-1), broker);

        post(postman, 0, ROOM + 3);
        broker.away = false;

        Await.until(LONG, () -> broker.arrived().equals(events(0, 1, 2, 3, 4)));
    }

    @Test
    void pausesGrowAndEveryNoticeIsKeptUntilTheBrokerIsBack() {
        broker.away = true;
        var postman = begin(postman(-1), broker);
        post(postman, 0, 2);

        Await.until(LONG, () -> pauses.size() > 8);
        broker.away = false;

        Await.until(LONG, () -> broker.arrived().equals(events(0, 1)));
        assertEquals(Duration.ofMillis(250), pauses.get(0));
        assertEquals(Duration.ofMillis(500), pauses.get(1));
        assertEquals(Duration.ofSeconds(10), pauses.get(7));
    }

    @Test
    void noticeIsGivenUpAfterAsManyTriesAsAreWanted() {
        broker.failing = 3;
        var postman = begin(postman(2), broker);

        post(postman, 0, 2);

        Await.until(LONG, () -> broker.arrived().equals(events(1)));
        assertEquals(2, pauses.size());
    }

    @Test
    void failureOfOneWaySendsNothingTwiceOnTheOther() {
        var other = new ScriptedNotifier();
        broker.failing = 2;
        var postman = begin(postman(-1), other, broker);

        post(postman, 0, 2);

        Await.until(LONG, () -> broker.arrived().equals(events(0, 1)));
        assertEquals(events(0, 1), other.arrived());
    }

    @Test
    void endWaitsForWhatIsUnderWay() {
        broker.away = true;
        var postman = begin(postman(-1), broker);
        post(postman, 0, 2);
        Await.until(LONG, () -> !pauses.isEmpty());

        broker.away = false;
        postman.end(LONG);

        assertEquals(events(0, 1), broker.arrived());
        assertEquals(1, broker.closed.get());
    }

    @Test
    void endDoesNotWaitLongerThanItMay() throws InterruptedException {
        var stuck = new CountDownLatch(1);
        var postman = begin(postman(-1), new ScriptedNotifier() {
            @Override
            public synchronized void send(Letter letter) throws NotifyFault {
                try {
                    stuck.await();
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                    throw new NotifyFault("the service stops", stop);
                }
            }
        });
        post(postman, 0, 1);
        long begin = System.nanoTime();

        postman.end(Duration.ofMillis(50));

        assertFalse(Duration.ofNanos(System.nanoTime() - begin).compareTo(LONG) > 0);
        assertEquals(1, stuck.getCount());
    }

    @Test
    void oneTooLargeNoticeIsNoReasonToDropOthers() {
        var outbox = new Outbox(ROOM);
        var large = new Letter(null, null, "x".repeat(9 << 20));
        var small = new Letter(null, null, "x");

        assertEquals(Outbox.Fate.TOO_LARGE, outbox.offer(large));
        assertEquals(Outbox.Fate.TAKEN, outbox.offer(small));
    }

    @Test
    void allTogetherHaveABoundInBytes() {
        var outbox = new Outbox(1000);
        var quarter = new Letter(null, null, "x".repeat(4 << 20));

        var fates =
                IntStream.range(0, 6).mapToObj(number -> outbox.offer(quarter)).toList();

        assertEquals(4, Collections.frequency(fates, Outbox.Fate.TAKEN));
        assertEquals(2, Collections.frequency(fates, Outbox.Fate.FULL));
    }

    @Test
    void manyDropsAreToldInFewLines() {
        var clock = new TestingClock();
        var lines = new ArrayList<String>();
        var drops = new DropReport(clock, lines::add);

        IntStream.range(0, 100).forEach(number -> drops.dropped("full"));
        clock.advance(Duration.ofMinutes(2));
        drops.dropped("full");

        assertEquals(
                List.of(
                        "notifications are dropped (full): 1 since this was last told",
                        "notifications are dropped (full): 100 since this was last told"),
                lines);
    }

    /** A broker that is away, or fails a number of times, and keeps the types of what it takes. */
    private static class ScriptedNotifier implements Notifier {

        final AtomicInteger closed = new AtomicInteger();
        volatile boolean away;
        volatile int failing;
        private final List<String> arrived = new ArrayList<>();

        @Override
        public synchronized void send(Letter letter) throws NotifyFault {
            if (away || failing > 0) {
                failing--;
                throw new NotifyFault("away", null);
            }
            arrived.add(letter.notice().eventType());
        }

        synchronized List<String> arrived() {
            return List.copyOf(arrived);
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }
}
