package io.github.predella.identity.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.core.Fault;
import io.github.predella.identity.TokenVerifier;
import io.github.predella.identity.TokenVerifierContract;
import io.github.predella.identity.embedded.GrantRepository.Wanted;
import io.github.predella.identity.embedded.Role.Builtin;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EmbeddedIdentityTest extends TokenVerifierContract {

    private final IdentityFixture world = new IdentityFixture();
    private final User alice = world.userInProject("alice", Builtin.MEMBER);

    @Override
    protected TokenVerifier verifier() {
        return world.identity;
    }

    @Override
    protected String valid() {
        return world.tokenInProject("alice").token();
    }

    @Override
    protected String expired() {
        var token = valid();
        world.identity.verify(token);
        world.clock.advance(Duration.ofHours(1));
        return token;
    }

    @Override
    protected String revoked() {
        var token = valid();
        world.identity.verify(token);
        world.tokens.revoke(world.identity.open(token).orElseThrow());
        return token;
    }

    @Test
    void aTokenWorksOnEveryNode() {
        var token = valid();

        var facts = world.otherNode().verify(token);

        assertEquals(world.identity.verify(token), facts);
    }

    @Test
    void aTokenOfAKeyMadeLaterIsReadOnANodeThatWasRunningBefore() {
        var other = world.otherNode();
        other.verify(valid());
        world.clock.advance(Duration.ofDays(31));
        world.adminToken();
        world.clock.advance(Duration.ofMinutes(3));

        var facts = other.verify(valid());

        assertEquals(2, world.tokenRows.keys().size());
        assertTrue(facts.isPresent());
    }

    @Test
    void anotherNodeBelievesARevokedTokenForFiveSecondsAtMost() {
        var token = valid();
        var other = world.otherNode();
        other.verify(token);

        world.tokens.revoke(world.identity.open(token).orElseThrow());

        assertTrue(other.verify(token).isPresent());
        world.clock.advance(Duration.ofSeconds(5));
        assertTrue(other.verify(token).isEmpty());
    }

    @Test
    void takingTheRoleEndsTheTokenAtOnce() {
        var token = valid();
        world.identity.verify(token);
        var grant = world.grantRows.list(Wanted.of(alice.id(), null), 1).get(0);

        world.grants.revoke(world.admin(), grant);

        assertTrue(world.identity.verify(token).isEmpty());
    }

    @Test
    void givingARoleShowsAtOnce() {
        var token = valid();
        var scope = Scope.project(
                world.identity.verify(token).orElseThrow().project().id());

        world.grant(alice, Builtin.SERVICE, scope);

        assertTrue(world.identity.verify(token).orElseThrow().hasRole("service"));
    }

    @Test
    void closingTheAccountEndsItsTokensForGood() {
        var token = valid();

        world.clock.advance(Duration.ofMillis(1));
        world.users.update(world.admin(), alice.id(), Json.flag("enabled", false));
        var closed = world.identity.verify(token);
        world.users.update(world.admin(), alice.id(), Json.flag("enabled", true));

        assertTrue(closed.isEmpty());
        assertTrue(world.identity.verify(token).isEmpty());
    }

    @Test
    void closingTheProjectEndsItsTokensForGood() {
        var token = valid();
        var project = world.identity.verify(token).orElseThrow().project().id();

        world.clock.advance(Duration.ofMillis(1));
        world.projects.update(world.admin(), project, Json.flag("enabled", false));
        var closed = world.identity.verify(token);
        world.projects.update(world.admin(), project, Json.flag("enabled", true));

        assertTrue(closed.isEmpty());
        assertTrue(world.identity.verify(token).isEmpty());
    }

    @Test
    void aDeletedUserHasNoTokens() {
        var token = valid();

        world.users.delete(world.admin(), alice.id());

        assertFalse(world.identity.verify(token).isPresent());
    }

    @Test
    void aDatabaseThatIsAwayIsNotAnInvalidToken() {
        var token = valid();
        var away = new EmbeddedIdentity(world.node.keyring, world.node.cache, null);

        var fault = assertThrows(Fault.class, () -> away.verify(token));

        assertEquals(Fault.Kind.UNAVAILABLE, fault.kind());
    }

    /** A JSON object with one flag. */
    private static final class Json {

        static jakarta.json.JsonObject flag(String name, boolean value) {
            return jakarta.json.Json.createObjectBuilder().add(name, value).build();
        }
    }
}
