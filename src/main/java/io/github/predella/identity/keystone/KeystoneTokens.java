package io.github.predella.identity.keystone;

import io.github.predella.identity.PasswordLogin.Granted;
import io.github.predella.identity.UserTokens;
import io.github.predella.identity.VerifiedToken.Named;
import io.github.predella.identity.keystone.Memory.Learnt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Keystone's tokens in the hands of their users. Which projects somebody has is remembered for a minute. */
@ApplicationScoped
@Typed(KeystoneTokens.class)
public class KeystoneTokens implements UserTokens {

    private static final int OK = 200;
    private static final int MOST = 1_000;
    private static final Duration KEEP = Duration.ofMinutes(1);

    /** More projects than anybody chooses from. */
    private static final int MOST_PROJECTS = 1_000;

    private KeystoneClient keystone;
    private KeystoneVerifier verifier;
    private Clock clock;
    private Memory<List<Named>> memory;

    /** For the container's proxy only. */
    protected KeystoneTokens() {}

    @Inject
    public KeystoneTokens(Keystones keystones, KeystoneVerifier verifier, Clock clock) {
        this(keystones.forTokens(), verifier, clock);
    }

    KeystoneTokens(KeystoneClient keystone, KeystoneVerifier verifier, Clock clock) {
        this.keystone = keystone;
        this.verifier = verifier;
        this.clock = clock;
        this.memory = new Memory<>(clock, MOST);
    }

    @Override
    public List<Named> projects(String token) {
        return KeystoneRequests.couldBeToken(token) ? memory.get(TokenDigest.of(token), () -> ask(token)) : List.of();
    }

    private Learnt<List<Named>> ask(String token) {
        var answer = keystone.getAs(token, "/auth/projects");
        var projects = answer.status() == OK
                ? TokenReader.objects(answer.body(), "projects").stream()
                        .map(TokenReader::named)
                        .sorted(Comparator.comparing(Named::name))
                        .limit(MOST_PROJECTS)
                        .toList()
                : List.<Named>of();
        return new Learnt<>(projects, clock.instant().plus(KEEP), !projects.isEmpty());
    }

    @Override
    public Optional<Granted> inProject(String token, String project) {
        return KeystoneRequests.couldBeToken(token)
                ? KeystonePasswords.granted(keystone.authenticate(AuthBody.token(token, project)))
                : Optional.empty();
    }

    /** Nothing: a token that Keystone gives for another one ends when that one does. */
    @Override
    public Optional<Granted> renewed(String token) {
        return Optional.empty();
    }

    @Override
    public void revoke(String token) {
        if (KeystoneRequests.couldBeToken(token)) {
            verifier.forget(token);
            memory.forget(TokenDigest.of(token));
            keystone.revoke(token);
            verifier.forget(token);
        }
    }
}
