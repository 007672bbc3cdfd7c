package io.github.predella.imports;

import io.github.predella.core.Fault;
import io.github.predella.data.CopyReading;
import io.github.predella.data.DigestExecutor;
import io.github.predella.flow.DigestAlgorithm;
import io.github.predella.flow.DigestValues;
import io.github.predella.flow.Digests;
import io.github.predella.flow.Pipeline;
import io.github.predella.flow.Pump;
import io.github.predella.flow.SizeLimit;
import io.github.predella.images.ImageLocation;
import io.github.predella.store.StoreFault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;

/** Reads what a store has and finds out what it is. Keeps nothing. */
@ApplicationScoped
public class CopyHashing {

    private CopyReading copies;
    private DigestExecutor digesters;

    /** For the container's proxy only. */
    protected CopyHashing() {}

    @Inject
    public CopyHashing(CopyReading copies, DigestExecutor digesters) {
        this.copies = copies;
        this.digesters = digesters;
    }

    /** What was read: how much, and its digests. */
    record Hashed(long size, DigestValues digests) {}

    /**
     * Reads a copy to its end.
     *
     * @param most bytes that it has at most; what goes on behind them is not read
     * @param algorithm the digest that is wanted besides the checksum
     * @throws Fault CHECKSUM_MISMATCH when there is more
     * @throws StoreFault what the store says
     */
    Hashed hash(ImageLocation copy, long most, DigestAlgorithm algorithm, Pump pump) throws IOException {
        try (var data = copies.open(copy);
                var digests = Digests.on(digesters, algorithm)) {
            long size = pump.run(data, Pipeline.of(new SizeLimit(most, ImportFaults::otherSize), digests));
            return new Hashed(size, digests.values());
        }
    }
}
