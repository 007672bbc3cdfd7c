package io.github.predella.testing;

import io.github.predella.core.Fault;
import io.github.predella.identity.embedded.TokenKey;
import io.github.predella.identity.embedded.TokenRepository;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Token keys and revocations in maps. */
public final class MemoryTokens implements TokenRepository {

    private final Map<Integer, TokenKey> keys = new ConcurrentSkipListMap<>();
    private final Map<String, Instant> revocations = new ConcurrentHashMap<>();

    @Override
    public List<TokenKey> keys() {
        return List.copyOf(keys.values());
    }

    @Override
    public void insert(TokenKey key) {
        if (keys.putIfAbsent(key.id(), key) != null) {
            throw Fault.conflict("id taken");
        }
    }

    @Override
    public void deleteKey(int id) {
        keys.remove(id);
    }

    @Override
    public boolean revoked(String auditId) {
        return revocations.containsKey(auditId);
    }

    @Override
    public void revoke(String auditId, Instant until) {
        revocations.putIfAbsent(auditId, until);
    }

    @Override
    public void forgetRevocations(Instant endedBefore) {
        revocations.values().removeIf(until -> until.isBefore(endedBefore));
    }
}
