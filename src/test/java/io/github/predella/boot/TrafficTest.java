package io.github.predella.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.TestingClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TrafficTest {

    private static final Duration WHILE = Duration.ofSeconds(1);

    private final TestingClock clock = new TestingClock();
    private final Traffic traffic = new Traffic(clock);

    @Test
    void requestsAreCountedUntilTheyEnd() {
        traffic.begin();
        traffic.begin();
        traffic.end();

        clock.advance(WHILE);

        assertEquals(1, traffic.running());
        assertFalse(traffic.isQuietFor(WHILE));
    }

    @Test
    void itIsQuietAWhileAfterTheLastRequest() {
        traffic.begin();
        clock.advance(WHILE);
        traffic.end();

        assertFalse(traffic.isQuietFor(WHILE));
        clock.advance(WHILE);
        assertTrue(traffic.isQuietFor(WHILE));
    }
}
