package io.github.predella.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** A run that goes on for as long as its lease is not lost. */
final class LeasedRun implements JobRun {

    private static final Duration RENEWED_AFTER = LeaseService.TERM.dividedBy(3);

    private final LeaseService leases;
    private final Lease lease;
    private final Clock clock;
    private final BooleanSupplier stopping;
    private Instant renewed;
    private boolean lost;
    private boolean brokenOff;

    /** @param stopping whether the node is about to stop: the run is broken off then */
    LeasedRun(LeaseService leases, Lease lease, Clock clock, BooleanSupplier stopping) {
        this.leases = leases;
        this.lease = lease;
        this.clock = clock;
        this.stopping = stopping;
        this.renewed = clock.instant();
    }

    @Override
    public boolean stillOurs() {
        brokenOff |= stopping.getAsBoolean();
        if (brokenOff) {
            return false;
        }
        var now = clock.instant();
        boolean fresh = !now.isBefore(renewed) && now.isBefore(renewed.plus(RENEWED_AFTER));
        if (!lost && !fresh) {
            lost = !leases.renew(lease);
            renewed = now;
        }
        return !lost;
    }

    /** Whether the run was told to end before its work was done, because the node stops. */
    boolean isBrokenOff() {
        return brokenOff;
    }
}
