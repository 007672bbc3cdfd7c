package io.github.predella.identity;

import java.util.Optional;

/**
 * Tells what a token stands for. It is asked once for every request, so an answer for a token seen lately costs no more
 * than a look into memory.
 *
 * <p>Implementations are safe for use by many threads. What they remember is bounded in number and in time: a revoked
 * token may be believed for a while, which is a few seconds with the built-in identity service and what the operator has
 * said with another one.
 */
public interface TokenVerifier {

    /**
     * Checks a token.
     *
     * @param token the text as the client sent it; any text, never null
     * @return the facts, or nothing when the token is malformed, unknown, expired or revoked, or when its user, project
     *     or roles are gone; these cases are deliberately not told apart
     * @throws io.github.predella.core.Fault of kind UNAVAILABLE when the answer cannot be had at the moment
     */
    Optional<VerifiedToken> verify(String token);

    /**
     * As {@link #verify}, but for a token that was valid and has ended it tells the facts too, where the identity service
     * is one that can. For requests that another service passes on, and for no others: that service took them when the
     * token was still good.
     */
    default Optional<VerifiedToken> verifyEvenEnded(String token) {
        return verify(token);
    }
}
