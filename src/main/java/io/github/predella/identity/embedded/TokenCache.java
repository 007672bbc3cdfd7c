package io.github.predella.identity.embedded;

import io.github.predella.identity.VerifiedToken;
import io.github.predella.observe.TokenFigures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Remembers for five seconds what genuine tokens are worth, at most 10,000 of them, so that a busy client costs the
 * database a few reads in five seconds. Forgets everything when accounts change on this node. Safe for use by many
 * threads.
 */
@ApplicationScoped
public class TokenCache {

    private static final int MOST = 10_000;
    private static final Duration KEEP = Duration.ofSeconds(5);

    private final Clock clock;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final AtomicLong generation = new AtomicLong();

    private record Entry(Optional<VerifiedToken> worth, Instant until) {}

    protected TokenCache() {
        this(null);
    }

    @Inject
    public TokenCache(Clock clock) {
        this.clock = clock;
    }

    /** What a token is worth, when that is remembered. */
    public Optional<Optional<VerifiedToken>> find(String token) {
        var entry = entries.get(token);
        boolean known = entry != null && clock.instant().isBefore(entry.until());
        TokenFigures.looked(known);
        return known ? Optional.of(entry.worth()) : Optional.empty();
    }

    /**
     * Finds out what a token is worth and remembers it, unless accounts have changed meanwhile.
     *
     * @param token a genuine token: others must not fill the memory
     * @param expires when the token ends; nothing is remembered beyond that
     */
    public Optional<VerifiedToken> learn(String token, Instant expires, Supplier<Optional<VerifiedToken>> source) {
        var before = generation.get();
        var worth = source.get();
        makeRoom();
        var until = clock.instant().plus(KEEP);
        entries.put(token, new Entry(worth, until.isBefore(expires) ? until : expires));
        if (generation.get() != before) {
            entries.remove(token);
        }
        return worth;
    }

    private void makeRoom() {
        if (entries.size() >= MOST) {
            var now = clock.instant();
            entries.values().removeIf(entry -> !now.isBefore(entry.until()));
        }
        if (entries.size() >= MOST) {
            entries.clear();
        }
    }

    /** Forgets everything. */
    public void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountsChanged changed) {
        generation.incrementAndGet();
        entries.clear();
    }
}
