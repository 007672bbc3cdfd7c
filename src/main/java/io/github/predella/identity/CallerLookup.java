package io.github.predella.identity;

import io.github.predella.core.Caller;
import java.util.Optional;

/**
 * Turns the tokens of a request into its caller. Safe for use by many threads; made by {@code boot}, which knows the
 * implementation behind the port.
 */
public final class CallerLookup {

    private final TokenVerifier tokens;
    private final IdentitySettings settings;

    /**
     * @param tokens where tokens are verified
     * @param settings which service tokens count
     */
    public CallerLookup(TokenVerifier tokens, IdentitySettings settings) {
        this.tokens = tokens;
        this.settings = settings;
    }

    /**
     * The caller of a request. A service token that is invalid or lacks the wanted role is as good as none: the request
     * goes on with the user's own rights. It never prolongs an expired user token here.
     *
     * @param userToken the text of {@code X-Auth-Token}, never null
     * @param serviceToken the text of {@code X-Service-Token}, or null
     * @param requestId the id of the request, never null
     * @return the caller, or nothing when the user's token is not valid
     * @throws io.github.predella.core.Fault of kind UNAVAILABLE when tokens cannot be verified at the moment
     */
    public Optional<Caller> find(String userToken, String serviceToken, String requestId) {
        return tokens.verify(userToken).map(token -> token.asCaller(service(serviceToken), requestId));
    }

    private Optional<VerifiedToken> service(String token) {
        return Optional.ofNullable(token).flatMap(tokens::verify).filter(settings::accepts);
    }
}
