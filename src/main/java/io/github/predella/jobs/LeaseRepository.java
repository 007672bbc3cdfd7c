package io.github.predella.jobs;

import java.time.Instant;
import java.util.Optional;

/**
 * The stored leases, one for each name. Times are those of one clock that all nodes share. Every method wants a running
 * transaction of the caller's and joins it.
 */
public interface LeaseRepository {

    /** The time by the clock that all nodes share, to the second or finer. */
    Instant now();

    /**
     * Takes a lease that nobody has, or whose time is over.
     *
     * @param now by the shared clock; a lease that ends at this very moment is still its owner's
     * @return empty when somebody has it
     */
    Optional<Lease> take(String name, String owner, Instant now, Instant expires);

    /**
     * Gives a lease another end, sooner or later than the one it has.
     *
     * @return false when it was taken by somebody since; it then stays as it is
     */
    boolean extend(Lease lease, Instant expires);
}
