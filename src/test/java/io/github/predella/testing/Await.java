package io.github.predella.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another process is about to do. */
public final class Await {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Looks follow each other at once in the beginning, and leave the processors to whoever is waited for later on. */
    private static final long FIRST_PAUSE_NANOS = Duration.ofMillis(20).toNanos();

    private static final long LONGEST_PAUSE_NANOS = Duration.ofMillis(200).toNanos();

    private Await() {}

    /** Returns when the condition holds; fails when it does not within the patience of a test. */
    public static void until(BooleanSupplier condition) {
        until(PATIENCE, condition);
    }

    /** As {@link #until(BooleanSupplier)}, with another patience. */
    public static void until(Duration patience, BooleanSupplier condition) {
        var deadline = Instant.now().plus(patience);
        long pause = FIRST_PAUSE_NANOS;
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("what was waited for did not happen within " + patience);
            }
            LockSupport.parkNanos(pause);
            pause = Math.min(pause + pause / 4, LONGEST_PAUSE_NANOS);
        }
    }
}
