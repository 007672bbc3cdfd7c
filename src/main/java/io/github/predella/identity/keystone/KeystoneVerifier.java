package io.github.predella.identity.keystone;

import io.github.predella.identity.TokenVerifier;
import io.github.predella.identity.VerifiedToken;
import io.github.predella.identity.keystone.Memory.Learnt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Verifies tokens by asking Keystone, and believes what it said for {@code token_cache_time} seconds. Of tokens only
 * digests are kept.
 */
@ApplicationScoped
@Typed(KeystoneVerifier.class)
public class KeystoneVerifier implements TokenVerifier {

    private static final int MOST = 10_000;

    /** A Keystone on several nodes may know a token on one of them a little earlier than on another. */
    private static final Duration WORTHLESS_FOR = Duration.ofSeconds(5);

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private KeystoneClient keystone;
    private Duration remembered;
    private Clock clock;
    private Memory<Optional<VerifiedToken>> memory;

    /** For the container's proxy only. */
    protected KeystoneVerifier() {}

    @Inject
    public KeystoneVerifier(Keystones keystones, KeystoneSettings settings, Clock clock) {
        this(keystones.forTokens(), settings.remembered().toDuration(), clock);
    }

    KeystoneVerifier(KeystoneClient keystone, Duration remembered, Clock clock) {
        this.keystone = keystone;
        this.remembered = remembered;
        this.clock = clock;
        this.memory = new Memory<>(clock, MOST);
    }

    @Override
    public Optional<VerifiedToken> verify(String token) {
        return verify(token.strip(), false);
    }

    @Override
    public Optional<VerifiedToken> verifyEvenEnded(String token) {
        var alive = Optional.ofNullable(memory.peek(TokenDigest.of(token.strip(), false)))
                .flatMap(found -> found);
        return alive.isPresent() ? alive : verify(token.strip(), true);
    }

    private Optional<VerifiedToken> verify(String token, boolean ended) {
        return KeystoneRequests.couldBeToken(token)
                ? memory.get(TokenDigest.of(token, ended), () -> ask(token, ended))
                : Optional.empty();
    }

    private Learnt<Optional<VerifiedToken>> ask(String token, boolean ended) {
        var answer = keystone.inspect(token, ended);
        if (answer.status() == NOT_FOUND) {
            return worthless();
        }
        if (answer.status() != OK) {
            throw KeystoneFaults.unavailable("it answers " + answer.status() + " to the question for a token");
        }
        var facts = TokenReader.token(TokenReader.object(answer.body(), "token"));
        var now = clock.instant();
        if (!ended && !now.isBefore(facts.expires())) {
            return worthless();
        }
        var until = now.plus(remembered);
        return new Learnt<>(Optional.of(facts), ended ? until : earlier(until, facts.expires()), true);
    }

    private Learnt<Optional<VerifiedToken>> worthless() {
        var shortly = WORTHLESS_FOR.compareTo(remembered) < 0 ? WORTHLESS_FOR : remembered;
        return new Learnt<>(Optional.empty(), clock.instant().plus(shortly), false);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Believes nothing about a token any more. */
    void forget(String token) {
        memory.forget(TokenDigest.of(token, false));
        memory.forget(TokenDigest.of(token, true));
    }
}
