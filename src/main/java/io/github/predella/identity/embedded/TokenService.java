package io.github.predella.identity.embedded;

import io.github.predella.core.SafeToRepeat;
import io.github.predella.identity.VerifiedToken;
import io.github.predella.identity.VerifiedToken.Delegation;
import io.github.predella.identity.VerifiedToken.Named;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a token is worth at this moment, and its revocation. Each method is one transaction. */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class TokenService {

    private static final Named DOMAIN = new Named(Domain.ID, Domain.NAME);

    private final UserRepository users;
    private final ProjectRepository projects;
    private final ApplicationCredentialRepository credentials;
    private final TokenRepository tokens;
    private final EffectiveRoles roles;
    private final Event<AccountsChanged> changes;
    private final Clock clock;

    protected TokenService() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    public TokenService(
            UserRepository users,
            ProjectRepository projects,
            RoleRepository roles,
            GrantRepository grants,
            ApplicationCredentialRepository credentials,
            TokenRepository tokens,
            Event<AccountsChanged> changes,
            Clock clock) {
        this.users = users;
        this.projects = projects;
        this.credentials = credentials;
        this.tokens = tokens;
        this.roles = new EffectiveRoles(grants, roles);
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Completes what a token says with what holds now.
     *
     * @return nothing when the token has ended or was revoked, when the user, the project or the application credential
     *     is gone or closed, or when the user has no role left on the scope
     */
    public Optional<VerifiedToken> resolve(TokenFacts facts) {
        var user = users.find(facts.user()).filter(User::enabled).filter(known -> facts.issued()
                .isAfter(known.tokensFrom()));
        if (user.isEmpty() || ended(facts.expires()) || tokens.revoked(facts.auditId())) {
            return Optional.empty();
        }
        var credential = Optional.ofNullable(facts.credential()).flatMap(credentials::find);
        if (facts.credential() != null
                && credential.filter(known -> fits(known, facts)).isEmpty()) {
            return Optional.empty();
        }
        return resolveScope(facts, user.get(), credential);
    }

    private Optional<VerifiedToken> resolveScope(
            TokenFacts facts, User user, Optional<ApplicationCredential> credential) {
        var scope = facts.scope();
        if (scope == null) {
            return Optional.of(token(facts, user, null, List.of(), credential));
        }
        var project = scope.kind() == Scope.Kind.PROJECT ? usable(scope.target(), facts) : Optional.<Project>empty();
        var held = held(user.id(), scope, credential);
        if (held.isEmpty() || (scope.kind() == Scope.Kind.PROJECT && project.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(token(facts, user, project.orElse(null), held, credential));
    }

    private Optional<Project> usable(String id, TokenFacts facts) {
        return projects.find(id).filter(Project::enabled).filter(project -> facts.issued()
                .isAfter(project.tokensFrom()));
    }

    private List<Role> held(String user, Scope scope, Optional<ApplicationCredential> credential) {
        var held = roles.of(user, scope);
        return credential
                .map(restriction -> roles.expanded(restriction.roles()))
                .map(allowed -> held.stream().filter(allowed::contains).toList())
                .orElse(held);
    }

    private boolean fits(ApplicationCredential credential, TokenFacts facts) {
        return !credential.expired(clock.instant())
                && credential.user().equals(facts.user())
                && Scope.project(credential.project()).equals(facts.scope());
    }

    private boolean ended(Instant expires) {
        return !clock.instant().isBefore(expires);
    }

    private static VerifiedToken token(
            TokenFacts facts,
            User user,
            Project project,
            List<Role> roles,
            Optional<ApplicationCredential> credential) {
        return new VerifiedToken(
                new Named(user.id(), user.name()),
                DOMAIN,
                project == null ? null : new Named(project.id(), project.name()),
                project == null ? null : DOMAIN,
                Scope.DOMAIN.equals(facts.scope()) ? DOMAIN : null,
                Scope.SYSTEM.equals(facts.scope()),
                roles.stream().map(role -> new Named(role.id(), role.name())).toList(),
                facts.issued(),
                facts.expires(),
                credential
                        .map(known -> new Delegation(known.id(), known.name(), known.unrestricted(), null))
                        .orElse(null),
                facts.auditIds(),
                facts.methodNames());
    }

    /** Makes a token void at once here, and within seconds on other nodes. */
    public void revoke(TokenFacts facts) {
        tokens.forgetRevocations(clock.instant());
        tokens.revoke(facts.auditId(), facts.expires());
        changes.fire(new AccountsChanged());
    }
}
