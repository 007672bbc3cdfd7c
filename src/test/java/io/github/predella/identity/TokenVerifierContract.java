package io.github.predella.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link TokenVerifier} promises. */
public abstract class TokenVerifierContract {

    /** The verifier, which knows the tokens the other methods return. */
    protected abstract TokenVerifier verifier();

    /** A token of user {@code alice} for a project {@code alice}, with the roles member and reader. */
    protected abstract String valid();

    /** A token that was valid and has ended. */
    protected abstract String expired();

    /** A token that was valid and has been revoked. */
    protected abstract String revoked();

    @Test
    void aValidTokenTellsUserProjectAndRoles() {
        var token = valid();

        var facts = verifier().verify(token).orElseThrow();

        assertEquals("alice", facts.user().name());
        assertEquals("alice", facts.project().name());
        assertTrue(facts.hasRole("member") && facts.hasRole("reader"));
        assertEquals(2, facts.roles().size());
    }

    @Test
    void theSameTokenTellsTheSameTwice() {
        var token = valid();

        var first = verifier().verify(token);

        assertEquals(first, verifier().verify(token));
    }

    @Test
    void anExpiredTokenTellsNothing() {
        var token = expired();

        var facts = verifier().verify(token);

        assertTrue(facts.isEmpty());
    }

    @Test
    void aRevokedTokenTellsNothing() {
        var token = revoked();

        var facts = verifier().verify(token);

        assertTrue(facts.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "token", "ü\n", "gAAAAABk"})
    void anyOtherTextTellsNothing(String text) {
        var facts = verifier().verify(text);

        assertTrue(facts.isEmpty());
    }
}
