package io.github.predella.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is told to go on. Safe for use by many threads. */
public final class TestingClock extends Clock {

    private volatile Instant now;

    /** A clock that shows the beginning of 2026. */
    public TestingClock() {
        this(Instant.parse("2026-01-01T00:00:00Z"));
    }

    public TestingClock(Instant start) {
        this.now = start;
    }

    /** Lets time pass. */
    public synchronized void advance(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new IllegalArgumentException("this clock knows only UTC");
    }
}
