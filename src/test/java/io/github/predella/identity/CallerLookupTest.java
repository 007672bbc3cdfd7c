package io.github.predella.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.identity.VerifiedToken.Named;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerLookupTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Map<String, VerifiedToken> known =
            Map.of("user", token("alice", "Member"), "nova", token("nova", "service"), "odd", token("odd", "reader"));
    private final TokenVerifier verifier = text -> Optional.ofNullable(known.get(text));
    private final CallerLookup lookup = new CallerLookup(verifier, new IdentitySettings(List.of("service"), true));

    private static VerifiedToken token(String user, String role) {
        var domain = new Named("default", "Default");
        return new VerifiedToken(
                new Named("id-" + user, user),
                domain,
                new Named("p1", "project"),
                domain,
                null,
                false,
                List.of(new Named("r1", role)),
                NOW,
                NOW.plusSeconds(60),
                null,
                List.of("audit"),
                List.of("password"));
    }

    @Test
    void theUsersTokenBecomesTheCaller() {
        var caller = lookup.find("user", null, "req-1").orElseThrow();

        assertEquals("id-alice", caller.user());
        assertEquals("p1", caller.project());
        assertEquals(Set.of("member"), caller.roles());
        assertEquals(Set.of(), caller.serviceRoles());
        assertEquals(NOW.plusSeconds(60), caller.expires());
    }

    @Test
    void serviceRolesStayApart() {
        var caller = lookup.find("user", "nova", "req-1").orElseThrow();

        assertEquals(Set.of("member"), caller.roles());
        assertEquals(Set.of("service"), caller.serviceRoles());
    }

    @Test
    void aServiceTokenWithoutTheRoleOrThatIsInvalidCountsForNothing() {
        var withoutRole = lookup.find("user", "odd", "req-1").orElseThrow();
        var invalid = lookup.find("user", "forged", "req-2").orElseThrow();

        assertEquals(Set.of(), withoutRole.serviceRoles());
        assertEquals(Set.of(), invalid.serviceRoles());
    }

    @Test
    void theRoleNeedNotBeThereWhenTheOperatorSaysSo() {
        var lenient = new CallerLookup(verifier, new IdentitySettings(List.of("service"), false));

        var caller = lenient.find("user", "odd", "req-1").orElseThrow();

        assertEquals(Set.of("reader"), caller.serviceRoles());
    }

    @Test
    void aServiceTokenDoesNotReplaceTheUsers() {
        var caller = lookup.find("forged", "nova", "req-1");

        assertTrue(caller.isEmpty());
    }
}
