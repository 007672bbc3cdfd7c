package io.github.predella.flow;

import io.github.predella.core.Fault;
import java.util.Objects;
import java.util.function.Supplier;

/** Lets at most so many bytes pass. The chunk that would exceed the limit is refused as a whole. */
public final class SizeLimit implements ByteStage {

    private final long limit;
    private final Supplier<Fault> refusal;
    private long passed;

    /**
     * @param limit how many bytes may pass, at least 0
     * @param refusal makes the fault to throw, because only the owner of the limit knows its name
     */
    public SizeLimit(long limit, Supplier<Fault> refusal) {
        if (limit < 0) {
            throw new IllegalArgumentException("negative size limit " + limit);
        }
        this.limit = limit;
        this.refusal = Objects.requireNonNull(refusal);
    }

    @Override
    public void accept(byte[] chunk, int from, int count) {
        if (count > limit - passed) {
            throw refusal.get();
        }
        passed += count;
    }
}
