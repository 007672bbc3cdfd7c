package io.github.predella.identity.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.core.Fault;
import io.github.predella.identity.PasswordLogin.Attempt;
import io.github.predella.identity.PasswordLogin.Denied;
import io.github.predella.identity.PasswordLogin.Granted;
import io.github.predella.identity.PasswordLogin.Wait;
import io.github.predella.identity.VerifiedToken.Named;
import io.github.predella.identity.embedded.AuthRequest.Anything;
import io.github.predella.identity.embedded.AuthRequest.Exactly;
import io.github.predella.identity.embedded.AuthRequest.ProjectNamed;
import io.github.predella.identity.embedded.AuthRequest.Unscoped;
import io.github.predella.identity.embedded.Role.Builtin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoginServiceTest {

    private final IdentityFixture world = new IdentityFixture();

    @Test
    void theAdministratorGetsAllThreeRolesInTheDefaultProject() {
        var token = world.admin();

        var roles = token.roles().stream().map(Named::name).toList();

        assertEquals("admin", token.project().name());
        assertEquals(List.of("admin", "member", "reader"), roles);
        assertEquals(List.of("password"), token.methods());
        assertEquals(world.clock.instant().plusSeconds(3600), token.expires());
    }

    @Test
    void aTokenWithoutScopeHasNoRoles() {
        var token = (Granted) world.logIn("admin", IdentityFixture.ADMIN_PASSWORD, new Unscoped());

        assertEquals(List.of(), token.facts().roles());
        assertNull(token.facts().project());
    }

    @Test
    void aUserWithoutDefaultProjectGetsATokenWithoutScope() {
        world.userInProject("alice", Builtin.MEMBER);

        var token = (Granted) world.logIn("alice", "pw", new Anything());

        assertNull(token.facts().project());
    }

    @Test
    void theSystemIsAScope() {
        var token = (Granted) world.logIn("admin", IdentityFixture.ADMIN_PASSWORD, new Exactly(Scope.SYSTEM));

        assertTrue(token.facts().system());
        assertTrue(token.facts().hasRole("admin"));
    }

    @Test
    void whoeverHasNoRoleOnTheScopeIsDenied() {
        world.userInProject("alice", Builtin.MEMBER);

        assertInstanceOf(Denied.class, world.logIn("alice", "pw", new ProjectNamed("admin", "default")));
        assertInstanceOf(Denied.class, world.logIn("alice", "pw", new ProjectNamed("nowhere", "default")));
        assertInstanceOf(Denied.class, world.logIn("alice", "pw", new ProjectNamed("alice", "elsewhere")));
        assertInstanceOf(Denied.class, world.logIn("alice", "pw", new Exactly(Scope.SYSTEM)));
        assertInstanceOf(Denied.class, world.logIn("alice", "pw", new Exactly(Scope.DOMAIN)));
    }

    @Test
    void aWrongPasswordAnUnknownUserAndOneWithoutPasswordAreDeniedAlike() {
        world.users.create(world.admin(), IdentityFixture.object("name", "nobody"));

        assertEquals(new Denied(), world.logIn("admin", "wrong", new Anything()));
        assertEquals(new Denied(), world.logIn("ghost", "wrong", new Anything()));
        assertEquals(new Denied(), world.logIn("nobody", "", new Anything()));
    }

    @Test
    void afterFiveFailuresTheRightPasswordHasToWaitToo() {
        for (int i = 0; i < 5; i++) {
            world.logIn("admin", "wrong", new Anything());
        }

        var soon = world.logIn("admin", IdentityFixture.ADMIN_PASSWORD, new Anything());
        world.clock.advance(Duration.ofSeconds(1));
        var later = world.logIn("admin", IdentityFixture.ADMIN_PASSWORD, new Anything());

        assertEquals(new Wait(Duration.ofSeconds(1)), soon);
        assertInstanceOf(Granted.class, later);
    }

    @Test
    void failuresFromOneAddressDoNotKeepTheUserFromAnother() {
        for (int i = 0; i < 6; i++) {
            world.logIn("admin", "wrong", new Anything());
        }

        var elsewhere = world.logIn("admin", IdentityFixture.ADMIN_PASSWORD, new Anything(), "198.51.100.7");

        assertInstanceOf(Granted.class, elsewhere);
    }

    @Test
    void aTokenCanBeExchangedForOneOfAnotherScopeThatEndsAtTheSameTime() {
        var first = world.adminToken();
        world.clock.advance(Duration.ofMinutes(10));

        var second = (Granted) world.rescope(first.token(), new Exactly(Scope.SYSTEM));

        assertTrue(second.facts().system());
        assertEquals(first.facts().expires(), second.facts().expires());
        assertEquals(List.of("password", "token"), second.facts().methods());
        assertEquals(first.facts().auditIds().get(0), second.facts().auditIds().get(1));
    }

    @Test
    void anInvalidTokenIsExchangedForNothing() {
        var answer = world.rescope("x".repeat(180), new Unscoped());

        assertInstanceOf(Denied.class, answer);
    }

    @Test
    void changingThePasswordEndsTheTokensSoFar() {
        var user = world.userInProject("alice", Builtin.MEMBER);
        var token = world.tokenInProject("alice").token();
        world.clock.advance(Duration.ofMillis(1));

        var refusal = world.logins.changePassword(user.id(), "pw", "new", IdentityFixture.ADDRESS);
        world.clock.advance(Duration.ofMillis(1));

        assertEquals(Optional.empty(), refusal);
        assertTrue(world.identity.verify(token).isEmpty());
        assertEquals(new Denied(), world.logIn("alice", "pw", new Anything()));
        assertInstanceOf(Granted.class, world.logIn("alice", "new", new Anything()));
    }

    @Test
    void thePasswordIsNotChangedWithoutTheOldOne() {
        var user = world.userInProject("alice", Builtin.MEMBER);

        var refusal = world.logins.changePassword(user.id(), "guess", "new", IdentityFixture.ADDRESS);

        assertEquals(Optional.of(new Denied()), refusal);
        assertInstanceOf(Granted.class, world.logIn("alice", "pw", new Anything()));
    }

    @Test
    void aHashOfFormerParametersIsRenewedAtLoginWithoutEndingTokens() {
        var user = world.userInProject("alice", Builtin.MEMBER);
        var token = world.tokenInProject("alice").token();
        var old = new PasswordHash(128, 1).hash("pw");
        world.userRows.update(user.withPassword(old, user.tokensFrom()));

        world.logIn("alice", "pw", new Anything());

        assertTrue(world.userRows.find(user.id()).orElseThrow().password().contains("m=64,"));
        assertTrue(world.identity.verify(token).isPresent());
    }

    @Test
    void pagesLogInByThePort() {
        var attempt = new Attempt("admin", "default", IdentityFixture.ADMIN_PASSWORD, "admin", "192.0.2.9");

        var answer = (Granted) world.logins.login(attempt);

        assertEquals("admin", answer.facts().project().name());
    }

    @Test
    void anApplicationCredentialAsksForNoScope() {
        var proof = new AuthRequest.Credential(Ids.fresh(), null, null, "s");
        var request = new AuthRequest(proof, new Exactly(Scope.SYSTEM));

        var fault = assertThrows(Fault.class, () -> world.logins.issue(request, IdentityFixture.ADDRESS));

        assertEquals(Fault.Kind.UNAUTHENTICATED, fault.kind());
    }
}
