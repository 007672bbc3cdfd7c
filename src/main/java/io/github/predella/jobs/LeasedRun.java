package io.github.predella.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A run that goes on for as long as its lease is not lost. */
final class LeasedRun implements JobRun {

    private static final Duration RENEWED_AFTER = LeaseService.TERM.dividedBy(3);

    private final LeaseService leases;
    private final Lease lease;
    private final Clock clock;
    private Instant renewed;
    private boolean lost;

    LeasedRun(LeaseService leases, Lease lease, Clock clock) {
        this.leases = leases;
        this.lease = lease;
        this.clock = clock;
        this.renewed = clock.instant();
    }

    @Override
    public boolean stillOurs() {
        var now = clock.instant();
        boolean fresh = !now.isBefore(renewed) && now.isBefore(renewed.plus(RENEWED_AFTER));
        if (!lost && !fresh) {
            lost = !leases.renew(lease);
            renewed = now;
        }
        return !lost;
    }
}
