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
    private final CallerLookup lookup =
            new CallerLookup(verifier, new IdentitySettings(List.of("service"), true, "image"));

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
        var caller = lookup.find(asked("user", null), "req-1").orElseThrow();

        assertEquals("id-alice", caller.user());
        assertEquals("p1", caller.project());
        assertEquals(Set.of("member"), caller.roles());
        assertEquals(Set.of(), caller.serviceRoles());
        assertEquals(NOW.plusSeconds(60), caller.expires());
    }

    @Test
    void serviceRolesStayApart() {
        var caller = lookup.find(asked("user", "nova"), "req-1").orElseThrow();

        assertEquals(Set.of("member"), caller.roles());
        assertEquals(Set.of("service"), caller.serviceRoles());
    }

    @Test
    void aServiceTokenWithoutTheRoleOrThatIsInvalidCountsForNothing() {
        var withoutRole = lookup.find(asked("user", "odd"), "req-1").orElseThrow();
        var invalid = lookup.find(asked("user", "forged"), "req-2").orElseThrow();

        assertEquals(Set.of(), withoutRole.serviceRoles());
        assertEquals(Set.of(), invalid.serviceRoles());
    }

    @Test
    void theRoleNeedNotBeThereWhenTheOperatorSaysSo() {
        var lenient = new CallerLookup(verifier, new IdentitySettings(List.of("service"), false, "image"));

        var caller = lenient.find(asked("user", "odd"), "req-1").orElseThrow();

        assertEquals(Set.of("reader"), caller.serviceRoles());
    }

    @Test
    void aServiceTokenDoesNotReplaceTheUsers() {
        var caller = lookup.find(asked("forged", "nova"), "req-1");

        assertTrue(caller.isEmpty());
    }

    @Test
    void aTokenThatHasEndedCountsOnlyBesideAServiceToken() {
        var verifier = remembering(token("bob", "member"));
        var lenient = new CallerLookup(verifier, new IdentitySettings(List.of("service"), false, "image"));
        var strict = new CallerLookup(verifier, new IdentitySettings(List.of("service"), true, "image"));

        assertEquals(
                "id-bob",
                strict.find(asked("ended", "nova"), "req-1").orElseThrow().user());
        assertTrue(strict.find(asked("ended", null), "req-2").isEmpty());
        assertTrue(strict.find(asked("ended", "odd"), "req-3").isEmpty());
        assertTrue(lenient.find(asked("ended", "odd"), "req-4").isEmpty());
    }

    @Test
    void accessRulesAreForUsersOwnRequests() {
        var rules = List.of(new AccessRule("image", "GET", "/v2/images/*"));
        var bound = bound(token("alice", "member"), rules);
        var lookup = new CallerLookup(
                text -> text.equals("bound") ? Optional.of(bound) : verifier.verify(text),
                new IdentitySettings(List.of("service"), true, "image"));

        assertTrue(lookup.find(asked("bound", null), "req-1").isEmpty());
        assertTrue(lookup.find(new RequestTokens("bound", null, "GET", "/v2/images/1"), "req-2")
                .isPresent());
        assertTrue(lookup.find(asked("bound", "odd"), "req-3").isEmpty());
        assertTrue(lookup.find(asked("bound", "nova"), "req-4").isPresent());
    }

    private static RequestTokens asked(String user, String service) {
        return new RequestTokens(user, service, "GET", "/v2/images");
    }

    private TokenVerifier remembering(VerifiedToken ended) {
        return new TokenVerifier() {
            @Override
            public Optional<VerifiedToken> verify(String token) {
                return verifier.verify(token);
            }

            @Override
            public Optional<VerifiedToken> verifyEvenEnded(String token) {
                return token.equals("ended") ? Optional.of(ended) : verify(token);
            }
        };
    }

    private static VerifiedToken bound(VerifiedToken token, List<AccessRule> rules) {
        return new VerifiedToken(
                token.user(),
                token.userDomain(),
                token.project(),
                token.projectDomain(),
                null,
                false,
                token.roles(),
                token.issued(),
                token.expires(),
                new VerifiedToken.Delegation("c1", "credential", false, rules),
                token.auditIds(),
                token.methods());
    }
}
