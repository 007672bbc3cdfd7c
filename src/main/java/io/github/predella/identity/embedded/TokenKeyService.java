package io.github.predella.identity.embedded;

import io.github.predella.core.SafeToRepeat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Reads and renews the keys the nodes share. Each method is one transaction. */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class TokenKeyService {

    private static final int KEPT = 2;

    private final TokenRepository tokens;
    private final Clock clock;

    protected TokenKeyService() {
        this(null, null);
    }

    @Inject
    public TokenKeyService(TokenRepository tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** All keys, the oldest first. */
    public List<TokenKey> keys() {
        return tokens.keys();
    }

    /**
     * Adds a key and lets the oldest go, so that the former newest one goes on verifying what it has signed.
     *
     * @param newest the id of the newest key the caller knows, 0 when there is none
     * @throws io.github.predella.core.Fault of kind CONFLICT when another node has added one at the same time
     */
    public void renew(int newest) {
        tokens.insert(TokenKey.fresh(newest + 1, clock.instant()));
        var keys = tokens.keys();
        keys.subList(0, Math.max(0, keys.size() - KEPT)).forEach(key -> tokens.deleteKey(key.id()));
    }
}
