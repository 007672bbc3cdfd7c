package io.github.predella.observe.rest;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may read figures. */
class ReadersTest {

    private final Readers readers = new Readers(List.of("127.0.0.0/8", "::1", "192.0.2.0/24"));

    @Test
    void listedNetworksAreAdmitted() {
        assertTrue(readers.admit("127.0.0.1", false));
        assertTrue(readers.admit("0:0:0:0:0:0:0:1", false));
        assertTrue(readers.admit("192.0.2.77", false));
        assertTrue(readers.admit("::ffff:192.0.2.77", false));
    }

    @Test
    void allElseIsNot() {
        assertFalse(readers.admit("198.51.100.1", false));
        assertFalse(readers.admit("2001:db8::1", false));
        assertFalse(readers.admit("localhost", false));
        assertFalse(readers.admit("127.0.0.1", true));
        assertFalse(new Readers(List.of()).admit("127.0.0.1", false));
    }

    @Test
    void networkThatIsNoneIsToldAtTheStart() {
        assertThrows(IllegalArgumentException.class, () -> new Readers(List.of("example.org")));
    }
}
