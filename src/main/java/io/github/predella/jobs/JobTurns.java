package io.github.predella.jobs;

import io.github.predella.observe.JobFigures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Decides whose turn a job is: a job of every node is run right away, one of the cluster only under its lease. */
@ApplicationScoped
public class JobTurns {

    private LeaseService leases;
    private Clock clock;
    private volatile boolean stopping;

    /** For the container's proxy only. */
    protected JobTurns() {}

    @Inject
    public JobTurns(LeaseService leases, Clock clock) {
        this.leases = leases;
        this.clock = clock;
    }

    /** Runs a job that is due here, unless another node does it. Throws what the job throws. */
    public void run(Job job) {
        switch (job.scope()) {
            case NODE -> run(job, JobRun.ofNode());
            case CLUSTER -> leases.take(job.name()).ifPresent(lease -> runUnder(lease, job));
        }
    }

    private void run(Job job, JobRun run) {
        long begun = System.nanoTime();
        boolean success = false;
        try {
            job.run(run);
            success = true;
        } finally {
            long nanos = System.nanoTime() - begun;
            if (success) {
                JobFigures.succeeded(job.name(), nanos, clock.instant());
            } else {
                JobFigures.failed(job.name(), nanos);
            }
        }
    }

    /** Lets runs under a lease end before their next act; another node takes the lease as soon as they have. */
    void stop() {
        stopping = true;
    }

    private void runUnder(Lease lease, Job job) {
        var begun = clock.instant();
        var run = new LeasedRun(leases, lease, clock, () -> stopping);
        try {
            run(job, run);
        } finally {
            if (run.isBrokenOff()) {
                leases.release(lease);
            } else {
                // Ticks come a little early at times; the last tenth leaves room for that.
                var rest = job.every().multipliedBy(9).dividedBy(10).minus(Duration.between(begun, clock.instant()));
                leases.rest(lease, rest.isNegative() ? Duration.ZERO : rest);
            }
        }
    }
}
