package io.github.predella.identity.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.core.Fault;
import io.github.predella.core.Fault.Kind;
import io.github.predella.identity.PasswordLogin.Denied;
import io.github.predella.identity.PasswordLogin.Granted;
import io.github.predella.identity.VerifiedToken;
import io.github.predella.identity.embedded.AuthRequest.Anything;
import io.github.predella.identity.embedded.AuthRequest.Credential;
import io.github.predella.identity.embedded.AuthRequest.UserRef;
import io.github.predella.identity.embedded.GrantRepository.Wanted;
import io.github.predella.identity.embedded.Role.Builtin;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApplicationCredentialServiceTest {

    private final IdentityFixture world = new IdentityFixture();
    private final User alice = world.userInProject("alice", Builtin.MEMBER);
    private final VerifiedToken token = world.tokenInProject("alice").facts();

    private ApplicationCredentialService.Created create(JsonObject given) {
        return world.credentials.create(token, alice.id(), given);
    }

    private ApplicationCredentialService.Created create(String name) {
        return create(IdentityFixture.object("name", name));
    }

    private Granted logIn(ApplicationCredentialService.Created created) {
        return (Granted) world.logIn(created.credential().id(), created.secret());
    }

    @Test
    void theSecretLogsInWithTheRolesOfTheTokenItWasMadeWith() {
        var created = create("ci");

        var granted = logIn(created).facts();

        assertEquals(token.project(), granted.project());
        assertEquals(token.roles(), granted.roles());
        assertEquals(List.of("application_credential"), granted.methods());
        assertEquals("ci", granted.delegation().name());
        assertFalse(created.credential().secret().contains(created.secret()));
    }

    @Test
    void itIsFoundByUserAndNameToo() {
        var created = create("ci");
        var proof = new Credential(null, new UserRef(null, "alice", "Default"), "ci", created.secret());

        var answer = world.logins.issue(new AuthRequest(proof, new Anything()), IdentityFixture.ADDRESS);

        assertInstanceOf(Granted.class, answer);
    }

    @Test
    void aWrongSecretAndAnUnknownCredentialAreDeniedAlike() {
        var id = create("ci").credential().id();

        assertEquals(new Denied(), world.logIn(id, "wrong"));
        assertEquals(new Denied(), world.logIn(Ids.fresh(), "wrong"));
    }

    @Test
    void someOfTheRolesCanBeChosen() {
        var reader = Json.createArrayBuilder().add(IdentityFixture.object("name", "reader"));
        var given = Json.createObjectBuilder().add("name", "ro").add("roles", reader);

        var granted = logIn(create(given.build())).facts();

        assertEquals(
                List.of("reader"),
                granted.roles().stream().map(VerifiedToken.Named::name).toList());
    }

    @Test
    void rolesTheUserDoesNotHaveAreRefused() {
        var admin = Json.createArrayBuilder().add(IdentityFixture.object("name", "admin"));
        var given =
                Json.createObjectBuilder().add("name", "x").add("roles", admin).build();

        var fault = assertThrows(Fault.class, () -> create(given));

        assertEquals(Kind.INVALID, fault.kind());
    }

    @Test
    void itEndsWhenItSays() {
        var expiry = "2026-01-01T00:30:00.000000";
        var created = create(IdentityFixture.object("name", "short", "expires_at", expiry));
        var issued = logIn(created).token();

        world.clock.advance(Duration.ofMinutes(30));

        assertEquals(new Denied(), world.logIn(created.credential().id(), created.secret()));
        assertTrue(world.identity.verify(issued).isEmpty());
    }

    @Test
    void expiriesInThePastOrUnreadableAreRefused() {
        var past = IdentityFixture.object("name", "x", "expires_at", "2001-01-01T00:00:00");
        var unreadable = IdentityFixture.object("name", "x", "expires_at", "soon");

        assertEquals(Kind.INVALID, assertThrows(Fault.class, () -> create(past)).kind());
        assertEquals(
                Kind.INVALID,
                assertThrows(Fault.class, () -> create(unreadable)).kind());
    }

    @Test
    void deletingItEndsItsTokens() {
        var created = create("ci");
        var issued = logIn(created).token();

        world.credentials.delete(token, alice.id(), created.credential().id());

        assertTrue(world.identity.verify(issued).isEmpty());
    }

    @Test
    void losingTheRoleDeletesIt() {
        var created = create("ci");

        var grant = world.grantRows.list(Wanted.of(alice.id(), null), 1).get(0);
        world.grants.revoke(world.admin(), grant);

        assertTrue(world.credentialRows.find(created.credential().id()).isEmpty());
    }

    @Test
    void aRestrictedOneCannotMakeOrDeleteOthers() {
        var created = create("ci");
        var asker = logIn(created).facts();
        var given = IdentityFixture.object("name", "more");

        var making = assertThrows(Fault.class, () -> world.credentials.create(asker, alice.id(), given));
        var deleting = assertThrows(
                Fault.class,
                () -> world.credentials.delete(
                        asker, alice.id(), created.credential().id()));

        assertEquals(Kind.FORBIDDEN, making.kind());
        assertEquals(Kind.FORBIDDEN, deleting.kind());
    }

    @Test
    void anUnrestrictedOneCan() {
        var given = Json.createObjectBuilder().add("name", "root").add("unrestricted", true);
        var asker = logIn(create(given.build())).facts();

        var made = world.credentials.create(asker, alice.id(), IdentityFixture.object("name", "more"));

        assertEquals("more", made.credential().name());
    }

    @Test
    void itsTokensAreNotExchanged() {
        var issued = logIn(create("ci")).token();

        var fault = assertThrows(Fault.class, () -> world.rescope(issued, new AuthRequest.Unscoped()));

        assertEquals(Kind.FORBIDDEN, fault.kind());
    }

    @Test
    void nobodyMakesThemForOthersAndOthersDoNotSeeThem() {
        var id = create("ci").credential().id();
        world.userInProject("bob", Builtin.MEMBER);
        var bob = world.tokenInProject("bob").facts();
        var given = IdentityFixture.object("name", "x");

        assertEquals(
                Kind.FORBIDDEN,
                assertThrows(Fault.class, () -> world.credentials.create(world.admin(), alice.id(), given))
                        .kind());
        assertEquals(
                Kind.FORBIDDEN,
                assertThrows(Fault.class, () -> world.credentials.get(bob, alice.id(), id))
                        .kind());
        assertEquals(
                Kind.NOT_FOUND,
                assertThrows(
                                Fault.class,
                                () -> world.credentials.get(bob, bob.user().id(), id))
                        .kind());
    }

    @Test
    void namesAreUniqueForTheUser() {
        create("ci");

        var fault = assertThrows(Fault.class, () -> create("ci"));

        assertEquals(Kind.CONFLICT, fault.kind());
    }
}
