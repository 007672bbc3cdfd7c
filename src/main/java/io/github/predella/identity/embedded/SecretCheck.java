package io.github.predella.identity.embedded;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Compares a secret with a stored hash, unless there were too many wrong ones lately. The failures are looked at once
 * more when a place to hash is free, so that guesses sent all at the same time are slowed down as well. Safe for use by
 * many threads.
 */
@ApplicationScoped
public class SecretCheck {

    private final HashingGate gate;
    private final LoginThrottle throttle;

    /**
     * What came of it.
     *
     * @param right whether the secret fits
     * @param outdated whether it fits and the hash should be renewed
     * @param delay how long to wait before the next attempt; zero when the secret was compared
     */
    public record Verdict(boolean right, boolean outdated, Duration delay) {}

    protected SecretCheck() {
        this(null, null);
    }

    @Inject
    public SecretCheck(HashingGate gate, LoginThrottle throttle) {
        this.gate = gate;
        this.throttle = throttle;
    }

    /**
     * Compares.
     *
     * @param account what failures are counted for
     * @param address where the attempt comes from
     * @param secret what was sent
     * @param hash what is stored; null fits no secret and takes as long as any other
     * @throws io.github.predella.core.Fault of kind UNAVAILABLE when there are too many logins at the moment
     */
    public Verdict check(String account, String address, String secret, String hash) {
        var wait = throttle.waitFor(account, address);
        return wait.isZero() ? gate.run(hashing -> compare(hashing, account, address, secret, hash)) : refused(wait);
    }

    /** The hash of a new secret; null stays null. */
    public String hash(String secret) {
        return gate.hash(secret);
    }

    private Verdict compare(PasswordHash hashing, String account, String address, String secret, String hash) {
        var wait = throttle.waitFor(account, address);
        if (!wait.isZero()) {
            return refused(wait);
        }
        var right = hashing.matches(secret, hash);
        if (right) {
            throttle.succeeded(account, address);
        } else {
            throttle.failed(account, address);
        }
        return new Verdict(right, right && hashing.outdated(hash), Duration.ZERO);
    }

    private static Verdict refused(Duration wait) {
        return new Verdict(false, false, wait);
    }
}
