package io.github.predella.identity.embedded;

import io.github.predella.identity.PasswordLogin.Granted;
import io.github.predella.identity.embedded.TokenFacts.Method;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Writes tokens for users who have proved who they are. Safe for use by many threads. */
@ApplicationScoped
public class TokenIssuer {

    private final EmbeddedIdentity identity;
    private final TokenService tokens;
    private final EmbeddedSettings settings;
    private final Clock clock;

    protected TokenIssuer() {
        this(null, null, null, null);
    }

    @Inject
    public TokenIssuer(EmbeddedIdentity identity, TokenService tokens, EmbeddedSettings settings, Clock clock) {
        this.identity = identity;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    /** A token for a password; nothing when the user is closed or has no role on the scope. */
    public Optional<Granted> forPassword(User user, Scope scope) {
        return issue(facts(user.id(), scope, Method.PASSWORD, null));
    }

    /** A token for an application credential; nothing when it has ended or its user or roles are gone. */
    public Optional<Granted> forCredential(ApplicationCredential credential) {
        var scope = Scope.project(credential.project());
        return issue(facts(credential.user(), scope, Method.APPLICATION_CREDENTIAL, credential.id()));
    }

    /** A token for another scope, which ends when the first one does. */
    public Optional<Granted> forToken(TokenFacts first, Scope scope) {
        var methods = EnumSet.copyOf(first.methods());
        methods.add(Method.TOKEN);
        var parent = first.parentAuditId() == null ? first.auditId() : first.parentAuditId();
        return issue(new TokenFacts(
                first.user(),
                scope,
                methods,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                first.expires(),
                TokenFacts.freshAuditId(),
                parent,
                first.credential()));
    }

    /** A token like the first one with a life of its own; it follows the changes of the account as that one did. */
    public Optional<Granted> again(TokenFacts first) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return issue(new TokenFacts(
                first.user(),
                first.scope(),
                first.methods(),
                now,
                now.plus(settings.tokenLifetime().toDuration()),
                TokenFacts.freshAuditId(),
                first.parentAuditId() == null ? first.auditId() : first.parentAuditId(),
                first.credential()));
    }

    /** The facts of a token that still counts. */
    public Optional<TokenFacts> valid(String token) {
        return identity.verify(token).flatMap(known -> identity.open(token));
    }

    private TokenFacts facts(String user, Scope scope, Method method, String credential) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var expires = now.plus(settings.tokenLifetime().toDuration());
        return new TokenFacts(user, scope, Set.of(method), now, expires, TokenFacts.freshAuditId(), null, credential);
    }

    private Optional<Granted> issue(TokenFacts facts) {
        return tokens.resolve(facts).map(worth -> new Granted(identity.seal(facts), worth));
    }
}
