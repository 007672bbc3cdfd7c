package io.github.predella.identity.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.identity.embedded.TokenFacts.Method;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenMintTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123Z");
    private static final TokenKey KEY = TokenKey.fresh(7, NOW);

    private final TokenMint mint = new TokenMint();

    static Stream<TokenFacts> facts() {
        var project = Scope.project(Ids.fresh());
        return Stream.of(
                facts(null, Set.of(Method.PASSWORD), null, null),
                facts(Scope.SYSTEM, Set.of(Method.PASSWORD, Method.TOKEN), TokenFacts.freshAuditId(), null),
                facts(Scope.DOMAIN, Set.of(Method.TOKEN), null, null),
                facts(project, Set.of(Method.APPLICATION_CREDENTIAL), null, Ids.fresh()));
    }

    private static TokenFacts facts(Scope scope, Set<Method> methods, String parent, String credential) {
        return new TokenFacts(
                Ids.fresh(), scope, methods, NOW, NOW.plusSeconds(60), TokenFacts.freshAuditId(), parent, credential);
    }

    @ParameterizedTest
    @MethodSource("facts")
    void whatIsSealedIsReadBack(TokenFacts facts) {
        var text = mint.seal(facts, KEY);

        var opened = mint.open(text, id -> id == 7 ? KEY : null);

        assertEquals(Optional.of(facts), opened);
        assertEquals(TokenMint.LENGTH, text.length());
    }

    @Test
    void aChangeOfAnyCharacterIsNoticed() {
        var text = mint.seal(facts().findFirst().orElseThrow(), KEY);

        var accepted = Stream.iterate(0, at -> at + 1)
                .limit(text.length())
                .map(at -> text.substring(0, at) + (text.charAt(at) == 'A' ? 'B' : 'A') + text.substring(at + 1))
                .filter(altered -> mint.open(altered, id -> KEY).isPresent())
                .toList();

        assertTrue(accepted.isEmpty(), accepted::toString);
    }

    @Test
    void anotherKeyOfTheSameIdDoesNotOpen() {
        var text = mint.seal(facts().findFirst().orElseThrow(), KEY);

        var opened = mint.open(text, id -> TokenKey.fresh(7, NOW));

        assertTrue(opened.isEmpty());
    }

    @Test
    void anUnknownKeyDoesNotOpen() {
        var text = mint.seal(facts().findFirst().orElseThrow(), KEY);

        var opened = mint.open(text, id -> null);

        assertTrue(opened.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "gAAAAABogus",
                "====================================================================================================="
                        + "===============================================================================",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
                        + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void otherTextsAreNoTokens(String text) {
        var opened = mint.open(text, id -> KEY);

        assertTrue(opened.isEmpty());
    }
}
