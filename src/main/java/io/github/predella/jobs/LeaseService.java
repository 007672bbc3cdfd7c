package io.github.predella.jobs;

import io.github.predella.core.SafeToRepeat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;

/** Lets one node of all have the right to do a job, one short transaction at a time. */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class LeaseService {

    /** How long a lease lasts unless it is renewed: how long a job stands still when its node dies. */
    static final Duration TERM = Duration.ofSeconds(60);

    private LeaseRepository leases;
    private NodeName self;

    /** For the container's proxy only. */
    protected LeaseService() {}

    @Inject
    public LeaseService(LeaseRepository leases, NodeName self) {
        this.leases = leases;
        this.self = self;
    }

    /** Takes the lease of that name for one term; empty when another run has it. */
    public Optional<Lease> take(String name) {
        var now = leases.now();
        return leases.take(name, self.text(), now, now.plus(TERM));
    }

    /**
     * Lets a lease last for one term from now on.
     *
     * @return false when another run has taken it meanwhile
     */
    public boolean renew(Lease lease) {
        return leases.extend(lease, leases.now().plus(TERM));
    }

    /** Ends the lease of a run that was broken off, so that another node can take it at once. */
    public void release(Lease lease) {
        rest(lease, Duration.ZERO);
    }

    /** Keeps the lease of a run that is over for that long, so that nobody does the work again before; then it ends. */
    public void rest(Lease lease, Duration time) {
        leases.extend(lease, leases.now().plus(time));
    }
}
