package io.github.predella.dashboard.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewsTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private record Change(String id, Instant at) {}

    private final News<Change> news = new News<>(Change::id, Change::at);

    private List<Change> told(int second, Change... changes) {
        return news.among(List.of(changes), NOON.plusSeconds(second));
    }

    @Test
    void aChangeIsToldOnce() {
        var a = new Change("a", NOON.plusMillis(300));
        var b = new Change("b", NOON.plusMillis(1300));

        assertEquals(List.of(a), told(1, a));
        assertEquals(List.of(b), told(2, a, b));
        assertEquals(List.of(), told(3, a, b));
    }

    @Test
    void aSecondChangeOfTheSameThingIsNew() {
        var first = new Change("a", NOON.plusMillis(300));
        var second = new Change("a", NOON.plusMillis(301));
        told(1, first);

        assertEquals(List.of(second), told(2, second));
    }

    @Test
    void aSecondChangeWithinAWholeSecondIsNotMissed() {
        var change = new Change("a", NOON);

        assertEquals(List.of(change), told(0, change));
        assertEquals(List.of(), told(1, change));
        assertEquals(List.of(change), told(2, change));
        assertEquals(List.of(), told(3, change));
    }

    @Test
    void whatIsOldIsForgotten() {
        var change = new Change("a", NOON.plusMillis(300));
        told(1, change);
        told(20);

        assertEquals(List.of(change), told(21, change));
    }
}
