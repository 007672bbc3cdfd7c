package io.github.predella.identity.keystone;

import io.github.predella.core.Fault;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The token with which this service itself asks Keystone: got when it is first needed, and again before it ends or when
 * Keystone accepts it no more. Of many threads one gets it. Safe for use by many threads.
 */
final class OwnToken {

    private static final Duration BEFORE_ITS_END = Duration.ofSeconds(30);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(35);

    private final KeystoneLogin login;
    private final KeystoneRequests requests;
    private final Clock clock;
    private final ReentrantLock turn = new ReentrantLock();

    private volatile Held held;
    private volatile Instant notBefore = Instant.MIN;

    OwnToken(KeystoneLogin login, KeystoneRequests requests, Clock clock) {
        this.login = login;
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * A token and what came with it.
     *
     * @param text what requests carry
     * @param expires when it ends
     * @param catalogue where services are
     */
    record Held(String text, Instant expires, Catalogue catalogue) {

        @Override
        public String toString() {
            return "Held[until " + expires + "]";
        }
    }

    /**
     * The token.
     *
     * @throws Fault UNAVAILABLE when there is none to be had
     */
    Held get() {
        var known = held;
        return isFresh(known) ? known : inTurn(known);
    }

    /** Another token than this one, which Keystone has refused. */
    Held insteadOf(Held refused) {
        return inTurn(refused);
    }

    private boolean isFresh(Held known) {
        return known != null && clock.instant().isBefore(known.expires().minus(BEFORE_ITS_END));
    }

    private Held inTurn(Held former) {
        try {
            if (!turn.tryLock(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw KeystoneFaults.unavailable("this service waits for its own token");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw KeystoneFaults.unavailable("interrupted");
        }
        try {
            if (Objects.equals(held, former) || !isFresh(held)) {
                held = fetched();
            }
            return held;
        } finally {
            turn.unlock();
        }
    }

    /** After a failure those who have waited fail too, instead of waiting for one failure after the other. */
    private Held fetched() {
        if (clock.instant().isBefore(notBefore)) {
            throw KeystoneFaults.unavailable("it has just refused this service a token");
        }
        try {
            var answer = requests.authenticate(login.authUrl(), login.body());
            if (answer.status() != 201 || answer.token() == null) {
                throw KeystoneFaults.unavailable("this service is refused a token: " + answer.status());
            }
            return held(answer.token(), answer.body());
        } catch (Fault failure) {
            notBefore = clock.instant().plus(AFTER_A_FAILURE);
            throw failure;
        }
    }

    private static Held held(String text, JsonObject body) {
        var token = TokenReader.object(body, "token");
        return new Held(text, TokenReader.time(token, "expires_at"), Catalogue.of(token));
    }
}
