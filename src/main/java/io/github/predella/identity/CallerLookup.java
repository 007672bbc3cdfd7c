package io.github.predella.identity;

import io.github.predella.core.Caller;
import java.util.Optional;

/**
 * Turns the tokens of a request into its caller. Safe for use by many threads; made by {@code boot}, which knows the
 * implementation behind the port.
 */
public final class CallerLookup {

    private final TokenVerifier verifier;
    private final IdentitySettings settings;

    /**
     * @param verifier where tokens are verified
     * @param settings which service tokens count
     */
    public CallerLookup(TokenVerifier verifier, IdentitySettings settings) {
        this.verifier = verifier;
        this.settings = settings;
    }

    /**
     * The caller of a request. A service token that is invalid or lacks the wanted role is as good as none: the request
     * goes on with the user's own rights. One with a wanted role says that a service passes on a request that it took
     * earlier: then the user's token may have ended meanwhile, where the identity service can still tell whose it was,
     * and access rules of application credentials, which are about users' own requests, do not count.
     *
     * @param tokens the tokens and the request
     * @param requestId the id of the request, never null
     * @return the caller, or nothing when the user's token is not valid or not good for this request
     * @throws io.github.predella.core.Fault of kind UNAVAILABLE when tokens cannot be verified at the moment
     */
    public Optional<Caller> find(RequestTokens tokens, String requestId) {
        var service = service(tokens.service());
        return service.filter(settings::isService).isPresent()
                ? verifier.verifyEvenEnded(tokens.user()).map(token -> token.asCaller(service, requestId))
                : verifier.verify(tokens.user())
                        .filter(token -> token.isGoodFor(settings.serviceType(), tokens))
                        .map(token -> token.asCaller(service, requestId));
    }

    private Optional<VerifiedToken> service(String token) {
        return Optional.ofNullable(token).flatMap(verifier::verify).filter(settings::accepts);
    }
}
