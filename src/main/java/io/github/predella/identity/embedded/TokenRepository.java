package io.github.predella.identity.embedded;

import java.time.Instant;
import java.util.List;

/**
 * Where the nodes share what they must agree on about tokens: the keys, and which tokens were revoked before their end.
 * All methods run in the caller's transaction.
 */
public interface TokenRepository {

    /** All keys, the oldest first. */
    List<TokenKey> keys();

    /**
     * Adds a key.
     *
     * @throws io.github.predella.core.Fault of kind CONFLICT when there is a key of that id
     */
    void insert(TokenKey key);

    void deleteKey(int id);

    boolean revoked(String auditId);

    /**
     * Revokes a token; one that is revoked already stays so.
     *
     * @param auditId of the token
     * @param until when the token ends by itself and the entry may go
     */
    void revoke(String auditId, Instant until);

    /** Forgets revocations of tokens that have ended. */
    void forgetRevocations(Instant endedBefore);
}
