package io.github.predella.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionKeyTest {

    private final SessionKey key = SessionKey.fresh();

    @Test
    void keyIsFoundAmongCookies() {
        var found = SessionKey.among("a=b; predella_session=" + key.text() + "; c=d");

        assertEquals(key.id(), found.orElseThrow().id());
        assertEquals(Optional.empty(), SessionKey.among(null));
        assertEquals(
                Optional.empty(),
                SessionKey.among("predella_session=" + key.text().substring(1)));
        assertEquals(Optional.empty(), SessionKey.among("predella_session=not base 64!"));
    }

    @Test
    void proofsDifferAndAllCount() {
        var first = key.proof();
        var second = key.proof();

        assertNotEquals(first, second);
        assertTrue(key.isProof(first));
        assertTrue(key.isProof(second));
    }

    @Test
    void proofOfAnotherSessionDoesNotCount() {
        assertFalse(key.isProof(SessionKey.fresh().proof()));
        assertFalse(key.isProof(null));
        assertFalse(key.isProof(""));
        assertFalse(key.isProof("?"));
        assertFalse(key.isProof(key.text()));
    }

    @Test
    void changedTextDoesNotOpen() {
        var sealed = key.seal("token");
        char last = sealed.charAt(sealed.length() - 2);
        var changed = sealed.substring(0, sealed.length() - 2)
                + (last == 'A' ? 'B' : 'A')
                + sealed.charAt(sealed.length() - 1);

        assertEquals(Optional.of("token"), key.open(sealed));
        assertEquals(Optional.empty(), key.open(changed));
        assertNotEquals(sealed, key.seal("token"));
    }

    @Test
    void textFormDoesNotTellTheSecret() {
        assertFalse(key.toString().contains(key.text()));
        assertFalse(key.id().contains(key.text()));
    }
}
