package io.github.predella.identity.embedded;

import io.github.predella.core.Fault;
import io.github.predella.identity.TokenVerifier;
import io.github.predella.identity.VerifiedToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Verifies the tokens of the built-in identity service. */
@ApplicationScoped
@Typed(EmbeddedIdentity.class)
public class EmbeddedIdentity implements TokenVerifier {

    private static final Logger LOG = System.getLogger(EmbeddedIdentity.class.getName());

    private final TokenKeyring keys;
    private final TokenCache cache;
    private final TokenService tokens;
    private final TokenMint mint = new TokenMint();

    protected EmbeddedIdentity() {
        this(null, null, null);
    }

    @Inject
    public EmbeddedIdentity(TokenKeyring keys, TokenCache cache, TokenService tokens) {
        this.keys = keys;
        this.cache = cache;
        this.tokens = tokens;
    }

    @Override
    public Optional<VerifiedToken> verify(String token) {
        return cache.find(token).orElseGet(() -> lookUp(token));
    }

    private Optional<VerifiedToken> lookUp(String token) {
        try {
            return open(token).flatMap(facts -> cache.learn(token, facts.expires(), () -> tokens.resolve(facts)));
        } catch (Fault fault) {
            throw fault;
        } catch (RuntimeException databaseIsAway) {
            // Which exception that is depends on the layer that notices first; for the caller it is one and the same.
            LOG.log(Level.WARNING, "A token could not be verified", databaseIsAway);
            throw new Fault(Fault.Kind.UNAVAILABLE, "Tokens cannot be verified at the moment.");
        }
    }

    /** What a token says, whether or not it still counts; nothing when it is not one of ours. */
    public Optional<TokenFacts> open(String token) {
        return mint.open(token, keys::find);
    }

    /** The text of a new token. */
    public String seal(TokenFacts facts) {
        return mint.seal(facts, keys.signing());
    }

    /**
     * What a token is worth, for its user, for services and for administrators.
     *
     * @throws Fault of kind NOT_FOUND when it does not count, FORBIDDEN when it is not the asker's business
     */
    public VerifiedToken inspect(VerifiedToken asker, String token) {
        var worth = verify(token).orElseThrow(IdentityFaults::tokenUnknown);
        Authority.requireToken(asker, worth, false, "validate_token");
        return worth;
    }

    /**
     * Makes a token void, for its user and for administrators.
     *
     * @throws Fault of kind NOT_FOUND when it does not count any more, FORBIDDEN when it is not the asker's business
     */
    public void revoke(VerifiedToken asker, String token) {
        var worth = verify(token).orElseThrow(IdentityFaults::tokenUnknown);
        Authority.requireToken(asker, worth, true, "revoke_token");
        tokens.revoke(open(token).orElseThrow(IdentityFaults::tokenUnknown));
    }
}
