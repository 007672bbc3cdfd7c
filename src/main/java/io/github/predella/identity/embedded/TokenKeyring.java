package io.github.predella.identity.embedded;

import io.github.predella.core.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The keys as this node knows them. Keys are read again every minute, and when a token names one that is not known, at
 * most once a second. A new key signs only after two minutes, when every node has had time to read it; after thirty days
 * there is a new one. Safe for use by many threads.
 */
@ApplicationScoped
public class TokenKeyring {

    private static final Duration REREAD = Duration.ofMinutes(1);
    private static final Duration REREAD_FOR_UNKNOWN = Duration.ofSeconds(1);
    private static final Duration SPREAD = Duration.ofMinutes(2);
    private static final Duration RENEW = Duration.ofDays(30);

    private final TokenKeyService service;
    private final Clock clock;
    private volatile Keys known = new Keys(List.of(), Map.of(), Instant.MIN);

    protected TokenKeyring() {
        this(null, null);
    }

    @Inject
    public TokenKeyring(TokenKeyService service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    /** The key of an id, null when there is none. */
    public TokenKey find(int id) {
        var key = known.byId().get(id);
        if (key == null && olderThan(REREAD_FOR_UNKNOWN, known.read())) {
            key = read(REREAD_FOR_UNKNOWN).byId().get(id);
        }
        return key;
    }

    /** The key to sign with. */
    public TokenKey signing() {
        var keys = olderThan(REREAD, known.read()) ? read(REREAD) : known;
        if (keys.oldestFirst().isEmpty() || olderThan(RENEW, keys.newest().created())) {
            keys = renewed(keys);
        }
        return keys.oldestFirst().stream()
                .filter(key -> olderThan(SPREAD, key.created()))
                .reduce((older, newer) -> newer)
                .orElse(keys.oldestFirst().get(0));
    }

    private synchronized Keys renewed(Keys seen) {
        if (known.equals(seen)) {
            try {
                service.renew(seen.oldestFirst().isEmpty() ? 0 : seen.newest().id());
            } catch (Fault anotherNodeWasFaster) {
                if (anotherNodeWasFaster.kind() != Fault.Kind.CONFLICT) {
                    throw anotherNodeWasFaster;
                }
            }
            known = load();
        }
        return known;
    }

    private synchronized Keys read(Duration age) {
        if (olderThan(age, known.read())) {
            known = load();
        }
        return known;
    }

    private Keys load() {
        var keys = service.keys();
        return new Keys(
                keys, keys.stream().collect(Collectors.toMap(TokenKey::id, Function.identity())), clock.instant());
    }

    private boolean olderThan(Duration age, Instant moment) {
        return clock.instant().minus(age).isAfter(moment);
    }

    private record Keys(List<TokenKey> oldestFirst, Map<Integer, TokenKey> byId, Instant read) {

        Keys {
            oldestFirst = List.copyOf(oldestFirst);
            byId = Map.copyOf(byId);
        }

        TokenKey newest() {
            return oldestFirst.get(oldestFirst.size() - 1);
        }
    }
}
