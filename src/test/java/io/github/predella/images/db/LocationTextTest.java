package io.github.predella.images.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses of data in the database, encrypted as the reference does it. */
class LocationTextTest {

    private static final LocationText KEYED = keyed("0123456789abcdef");

    private static LocationText keyed(String key) {
        return LocationText.encryptedBy(key.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///a", "file:///exactly16", "file:///seventeen", "swift+https://u:p%40@h/c/ö"})
    void addressComesBack(String url) {
        String stored = KEYED.stored(url);

        assertEquals(url, KEYED.url(stored));
        assertFalse(stored.contains(":"));
        assertNotEquals(stored, KEYED.stored(url));
    }

    /** Made by the reference's own function with the key of this test. */
    @Test
    void rowOfTheReferenceIsRead() {
        assertEquals(
                "file:///var/lib/glance/images/71c675ab",
                KEYED.url("F87sZDuotqHf1pcFL5GO02wKjamhbOtSUZCb7viW5_5_WKJDqBkorY3-tkc-Y583W1ioY1ZTsLQyKwvEz_EroA=="));
    }

    @Test
    void keysOfAllThreeLengthsWork() {
        for (String key : new String[] {"k".repeat(16), "k".repeat(24), "k".repeat(32)}) {
            assertEquals("file:///a", keyed(key).url(keyed(key).stored("file:///a")));
        }
    }

    @Test
    void rowsFromBeforeTheKeyAreRead() {
        assertEquals("file:///a", KEYED.url("file:///a"));
        assertEquals("file:///a", LocationText.PLAIN.url(LocationText.PLAIN.stored("file:///a")));
    }

    @Test
    void otherKeyIsSaid() {
        String stored = keyed("fedcba9876543210").stored("file:///a/long/address/of/some/image");

        assertThrows(IllegalStateException.class, () -> KEYED.url(stored));
        assertThrows(IllegalStateException.class, () -> KEYED.url("short"));
    }
}
