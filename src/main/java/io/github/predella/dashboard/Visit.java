package io.github.predella.dashboard;

import io.github.predella.core.Caller;
import io.github.predella.identity.VerifiedToken;
import io.github.predella.sessions.SessionKey;
import java.util.Optional;

/**
 * Somebody who is logged in, for the length of one request.
 *
 * @param key of the session
 * @param token the text behind it
 * @param facts what the token says
 */
public record Visit(SessionKey key, String token, VerifiedToken facts) {

    /** The caller that services know this person as. */
    Caller caller(String requestId) {
        return facts.asCaller(Optional.empty(), requestId);
    }

    @Override
    public String toString() {
        return "Visit[" + facts.user().name() + "]";
    }
}
