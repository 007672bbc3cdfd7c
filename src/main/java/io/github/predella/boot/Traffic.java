package io.github.predella.boot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The requests that are being handled by threads of this node's server. Safe for any thread. */
@ApplicationScoped
public class Traffic {

    private Clock clock;

    // Both guarded by this.
    private int running;
    private Instant last;

    /** For the container's proxy only. */
    protected Traffic() {}

    @Inject
    public Traffic(Clock clock) {
        this.clock = clock;
        this.last = clock.instant();
    }

    synchronized void begin() {
        running++;
    }

    synchronized void end() {
        running--;
        last = clock.instant();
    }

    synchronized int running() {
        return running;
    }

    /** Whether nothing is being answered, nor was for that long. */
    synchronized boolean isQuietFor(Duration time) {
        return running == 0 && !last.plus(time).isAfter(clock.instant());
    }
}
