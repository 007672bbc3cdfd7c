package io.github.predella.identity.embedded;

import io.github.predella.core.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Lets only few threads hash at a time, so that a crowd of logins can take neither all memory nor all processors from
 * the requests of those who are already in. Who does not get in within the time is refused. Safe for use by many
 * threads.
 */
@ApplicationScoped
public class HashingGate {

    private static final int PLACES = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Semaphore places = new Semaphore(PLACES, true);
    private final Duration patience;
    private final PasswordHash hashes;

    public HashingGate() {
        this(PATIENCE, new PasswordHash());
    }

    HashingGate(Duration patience, PasswordHash hashes) {
        this.patience = patience;
        this.hashes = hashes;
    }

    /**
     * Does work that hashes, when there is a place.
     *
     * @throws Fault of kind UNAVAILABLE when there is none in time
     */
    public <T> T run(Function<PasswordHash, T> work) {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return work.apply(hashes);
        } finally {
            places.release();
        }
    }

    /** The hash of a password; null stays null. */
    public String hash(String password) {
        return password == null ? null : run(hashing -> hashing.hash(password));
    }

    private static Fault busy() {
        return new Fault(Fault.Kind.UNAVAILABLE, "Too many logins at the same time; please try again.");
    }
}
