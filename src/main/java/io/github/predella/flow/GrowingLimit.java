package io.github.predella.flow;

import java.util.Objects;
import java.util.function.LongUnaryOperator;

/**
 * Lets bytes pass as far as there is room for them, and asks for more room when it is used up. The answer may take a
 * while; no byte of the chunk passes before it.
 */
public final class GrowingLimit implements ByteStage {

    private final LongUnaryOperator more;
    private long room;
    private long passed;

    /**
     * @param room how many bytes may pass without asking, at least 0
     * @param more given how many bytes are to have passed in all, answers how many may, which is at least as many; or
     *     throws a {@link io.github.predella.core.Fault} when they may not
     */
    public GrowingLimit(long room, LongUnaryOperator more) {
        if (room < 0) {
            throw new IllegalArgumentException("negative room " + room);
        }
        this.room = room;
        this.more = Objects.requireNonNull(more);
    }

    @Override
    public void accept(byte[] chunk, int from, int count) {
        if (count > room - passed) {
            room = more.applyAsLong(Math.addExact(passed, count));
        }
        passed += count;
    }
}
