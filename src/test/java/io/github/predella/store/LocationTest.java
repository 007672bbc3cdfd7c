package io.github.predella.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.predella.core.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocationTest {

    @Test
    void aLogNeverShowsTheAddress() {
        var location = Location.in("web", "swift+https://user:secret@host/container/object");

        var text = location.toString();

        assertEquals("swift+https://… in web", text);
        assertEquals("swift+https", location.scheme());
        assertFalse(StoreFault.foreign("web", location).getMessage().contains("secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing", "://x", "file:/x", "file:///a\nb", "1file:///x"})
    void whatHasNoSchemeIsNoAddress(String address) {
        assertThrows(IllegalArgumentException.class, () -> Location.in("web", address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", ".hidden", "a b", "a\0", "-x"})
    void anUnsafeNameIsRefused(String name) {
        assertThrows(IllegalArgumentException.class, () -> new ObjectName(name));
    }

    @ParameterizedTest
    @EnumSource(StoreFault.Kind.class)
    void aClientLearnsNothingAboutTheStore(StoreFault.Kind kind) {
        Fault fault = new StoreFault(kind, "web", "/srv/secret", null).toFault();

        assertFalse(fault.getMessage().contains("web"));
        assertFalse(fault.getMessage().contains("secret"));
    }
}
