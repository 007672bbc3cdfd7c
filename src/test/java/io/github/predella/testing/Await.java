package io.github.predella.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another process is about to do. */
public final class Await {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();

    private Await() {}

    /** Returns when the condition holds; fails when it does not within the patience of a test. */
    public static void until(BooleanSupplier condition) {
        until(PATIENCE, condition);
    }

    /** As {@link #until(BooleanSupplier)}, with another patience. */
    public static void until(Duration patience, BooleanSupplier condition) {
        var deadline = Instant.now().plus(patience);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("what was waited for did not happen within " + patience);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
