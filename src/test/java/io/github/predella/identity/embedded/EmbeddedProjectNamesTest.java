package io.github.predella.identity.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.predella.identity.VerifiedToken.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmbeddedProjectNamesTest {

    private final IdentityFixture world = new IdentityFixture();
    private final EmbeddedProjectNames names = new EmbeddedProjectNames(world.identity, world.projects);
    private final Project other = world.project("other");

    @Test
    void administratorsKnowEveryName() {
        String token = world.adminToken().token();

        assertEquals(Map.of(other.id(), "other"), names.names(token, List.of(other.id(), "unknown", other.id())));
        assertEquals(Optional.of(new Named(other.id(), "other")), names.named(token, "other"));
        assertEquals(Optional.empty(), names.named(token, "unknown"));
    }

    @Test
    void othersKnowTheNamesOfTheirProjectsOnly() {
        world.userInProject("alice", Role.Builtin.MEMBER);
        var granted = world.tokenInProject("alice");
        var own = granted.facts().project();

        assertEquals(Map.of(own.id(), "alice"), names.names(granted.token(), List.of(own.id(), other.id())));
        assertEquals(Optional.of(own), names.named(granted.token(), "alice"));
        assertEquals(Optional.empty(), names.named(granted.token(), "other"));
    }

    @Test
    void whoseTokenCountsNoMoreKnowsNothing() {
        assertEquals(Map.of(), names.names("no token", List.of(other.id())));
        assertEquals(Map.of(), names.names("no token", List.of()));
        assertEquals(Optional.empty(), names.named("no token", "other"));
    }
}
