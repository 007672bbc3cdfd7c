package io.github.predella.identity.embedded;

import io.github.predella.config.Seconds;
import io.github.predella.config.Secret;
import io.github.predella.identity.PasswordLogin.Granted;
import io.github.predella.identity.PasswordLogin.Outcome;
import io.github.predella.identity.VerifiedToken;
import io.github.predella.identity.embedded.AuthRequest.Credential;
import io.github.predella.identity.embedded.AuthRequest.Password;
import io.github.predella.identity.embedded.AuthRequest.Token;
import io.github.predella.identity.embedded.AuthRequest.UserRef;
import io.github.predella.identity.embedded.AuthRequest.Wish;
import io.github.predella.testing.DirectEvent;
import io.github.predella.testing.MemoryApplicationCredentials;
import io.github.predella.testing.MemoryGrants;
import io.github.predella.testing.MemoryLimits;
import io.github.predella.testing.MemoryProjects;
import io.github.predella.testing.MemoryRoles;
import io.github.predella.testing.MemoryTokens;
import io.github.predella.testing.MemoryUsers;
import io.github.predella.testing.TestingClock;
import jakarta.enterprise.event.Event;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The whole identity service over maps, after its first start, with an administrator whose password is known. */
public final class IdentityFixture {

    static final String ADMIN_PASSWORD = "correct horse";
    static final String ADDRESS = "192.0.2.1";

    public final TestingClock clock = new TestingClock(Instant.parse("2026-01-01T00:00:00Z"));
    final MemoryUsers userRows = new MemoryUsers();
    final MemoryProjects projectRows = new MemoryProjects();
    final MemoryRoles roleRows = new MemoryRoles();
    final MemoryGrants grantRows = new MemoryGrants();
    final MemoryApplicationCredentials credentialRows = new MemoryApplicationCredentials();
    final MemoryTokens tokenRows = new MemoryTokens();
    final MemoryLimits limitRows = new MemoryLimits();
    final EmbeddedSettings settings =
            new EmbeddedSettings(new Seconds(3600), new Secret(ADMIN_PASSWORD), "RegionOne", Map.of());
    final HashingGate hashing = new HashingGate(Duration.ofSeconds(5), new PasswordHash(64, 1));
    final Node node = new Node();
    final Event<AccountsChanged> changes = new DirectEvent<>(node.cache::forget);
    final TokenService tokens = tokenService(changes);
    final EmbeddedIdentity identity = new EmbeddedIdentity(node.keyring, node.cache, tokens);
    final UserService users = new UserService(userRows, grantRows, credentialRows, hashing, changes, clock);
    final ProjectService projects =
            new ProjectService(projectRows, grantRows, credentialRows, limitRows, changes, clock);
    final LimitService limits = new LimitService(limitRows, projectRows, settings);
    final RoleService roles = new RoleService(roleRows, grantRows, changes);
    final GrantService grants = new GrantService(userRows, projectRows, roleRows, grantRows, credentialRows, changes);
    final ApplicationCredentialService credentials =
            new ApplicationCredentialService(credentialRows, roleRows, hashing, changes, clock);
    final LoginService logins = new LoginService(
            new AccountLookupService(userRows, projectRows, credentialRows),
            new SecretCheck(hashing, new LoginThrottle(clock)),
            new TokenIssuer(identity, tokens, settings, clock),
            users);

    /** What each node has of its own. */
    final class Node {
        final TokenKeyring keyring = new TokenKeyring(new TokenKeyService(tokenRows, clock), clock);
        final TokenCache cache = new TokenCache(clock);
    }

    public IdentityFixture() {
        firstStart().run();
    }

    FirstStart firstStart() {
        var service = new FirstStartService(userRows, projectRows, roleRows, grantRows);
        return new FirstStart(service, hashing, settings);
    }

    /** Another node over the same database, whose cache does not hear of changes made here. */
    EmbeddedIdentity otherNode() {
        var other = new Node();
        return new EmbeddedIdentity(other.keyring, other.cache, tokenService(new DirectEvent<>(other.cache::forget)));
    }

    private TokenService tokenService(Event<AccountsChanged> heard) {
        return new TokenService(userRows, projectRows, roleRows, grantRows, credentialRows, tokenRows, heard, clock);
    }

    Outcome logIn(String name, String password, Wish wish) {
        return logIn(name, password, wish, ADDRESS);
    }

    Outcome logIn(String name, String password, Wish wish, String address) {
        var proof = new Password(new UserRef(null, name, "default"), password);
        return logins.issue(new AuthRequest(proof, wish), address);
    }

    Outcome logIn(String credentialId, String secret) {
        var proof = new Credential(credentialId, null, null, secret);
        return logins.issue(new AuthRequest(proof, new AuthRequest.Anything()), ADDRESS);
    }

    Outcome rescope(String token, Wish wish) {
        return logins.issue(new AuthRequest(new Token(token), wish), ADDRESS);
    }

    Granted adminToken() {
        return (Granted) logIn("admin", ADMIN_PASSWORD, new AuthRequest.Anything());
    }

    VerifiedToken admin() {
        return adminToken().facts();
    }

    User user(String name, String password) {
        return users.create(admin(), object("name", name, "password", password));
    }

    Project project(String name) {
        return projects.create(admin(), object("name", name));
    }

    void grant(User user, Role.Builtin role, Scope scope) {
        grants.grant(admin(), new Grant(user.id(), role.role().id(), scope));
    }

    /** A user of that name with the password {@code pw} and a role in a project of the same name. */
    User userInProject(String name, Role.Builtin role) {
        var user = user(name, "pw");
        grant(user, role, Scope.project(project(name).id()));
        return user;
    }

    Granted tokenInProject(String name) {
        return (Granted) logIn(name, "pw", new AuthRequest.ProjectNamed(name, "default"));
    }

    static JsonObject object(String... namesAndValues) {
        var object = Json.createObjectBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return object.build();
    }
}
