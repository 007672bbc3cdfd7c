package io.github.predella.dashboard;

import io.github.predella.identity.PasswordLogin.Attempt;
import io.github.predella.identity.PasswordLogin.Outcome;
import jakarta.security.enterprise.credential.AbstractClearableCredential;
import java.util.Optional;

/**
 * A name and a password on their way through Jakarta Security, and what came of them: its own results have no room for
 * how long somebody has to wait. Used by one thread.
 */
final class LoginAttempt extends AbstractClearableCredential {

    private final boolean secure;
    private Attempt attempt;
    private Outcome outcome;

    /** @param secure whether the browser came by an encrypted way */
    LoginAttempt(Attempt attempt, boolean secure) {
        this.attempt = attempt;
        this.secure = secure;
    }

    /** Whether it came by an encrypted way; the request that Jakarta Security hands on knows it of itself only. */
    boolean secure() {
        return secure;
    }

    /** Who wants in; null once it has been forgotten. */
    Attempt attempt() {
        return attempt;
    }

    void end(Outcome result) {
        outcome = result;
    }

    /** What came of it; nothing before it was tried. */
    Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    @Override
    protected void clearCredential() {
        attempt = null;
    }
}
