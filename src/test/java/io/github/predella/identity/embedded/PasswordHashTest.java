package io.github.predella.identity.embedded;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PasswordHashTest {

    private final PasswordHash hashes = new PasswordHash();

    @Test
    void onlyTheSamePasswordMatches() {
        var hash = hashes.hash("pässword");

        assertTrue(hashes.matches("pässword", hash));
        assertFalse(hashes.matches("passwörd", hash));
    }

    @Test
    void theSamePasswordHasAnotherHashEachTime() {
        var first = hashes.hash("x");

        var second = hashes.hash("x");

        assertNotEquals(first, second);
    }

    /** Made with the reference implementation of RFC 9106: {@code argon2 somesalt -id -t 2 -k 256 -p 1 -l 32}. */
    @Test
    void hashesWithOtherParametersAreReadAndCalledOutdated() {
        var foreign = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

        assertTrue(hashes.matches("password", foreign));
        assertTrue(hashes.outdated(foreign));
        assertFalse(hashes.outdated(hashes.hash("password")));
    }

    @Test
    void noPasswordMatchesAMissingOrUnreadableHash() {
        assertFalse(hashes.matches("x", null));
        assertFalse(hashes.matches("x", "x"));
    }
}
