package io.github.predella.flow;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** How far a transfer has come. Written by the transferring thread, read by any. */
public final class ProgressMeter {

    private final OptionalLong expected;
    private final AtomicLong moved = new AtomicLong();

    /** @param expected the announced number of bytes, empty when nobody said; it is shown, never relied on */
    public ProgressMeter(OptionalLong expected) {
        this.expected = expected;
    }

    /** A meter for a transfer whose length is unknown. */
    public static ProgressMeter open() {
        return new ProgressMeter(OptionalLong.empty());
    }

    void add(int count) {
        moved.addAndGet(count);
    }

    /** Bytes moved so far. */
    public long bytes() {
        return moved.get();
    }

    /** The announced number of bytes. */
    public OptionalLong expected() {
        return expected;
    }

    /** The part that is done, 0 to 1; empty when the length is unknown or zero. */
    public OptionalDouble fraction() {
        return expected.isPresent() && expected.getAsLong() > 0
                ? OptionalDouble.of(Math.min(1.0, (double) bytes() / expected.getAsLong()))
                : OptionalDouble.empty();
    }
}
