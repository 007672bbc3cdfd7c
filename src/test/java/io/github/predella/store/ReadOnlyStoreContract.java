package io.github.predella.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What every store promises that only reads, and reads what others have put there. */
public interface ReadOnlyStoreContract extends StoreReadingContract {

    @Test
    default void verbsThatWriteAreUnsupported() throws IOException {
        var name = new ObjectName("6a4b1f2e-0000-4000-8000-000000000002");
        Location location = given(new byte[] {4, 2});

        assertUnsupported(() -> store().create(name, OptionalLong.empty()).close());
        assertUnsupported(() -> store().delete(location));
        assertUnsupported(() -> store().discard(name));

        try (InputStream in = store().open(location)) {
            assertArrayEquals(new byte[] {4, 2}, in.readAllBytes());
        }
    }

    @Test
    default void whatOthersHaveStoredIsTakenOver() throws IOException {
        Location given = given(new byte[5]);

        Location adopted = adopting().adopt(given.address());

        assertEquals("under-test", adopted.store());
        assertEquals(OptionalLong.of(5), store().size(adopted));
    }

    @Test
    default void whatIsMissingIsNotTakenOver() {
        String address = missing().address();

        var fault = assertThrows(StoreFault.class, () -> adopting().adopt(address));

        assertEquals(StoreFault.Kind.NOT_FOUND, fault.kind());
    }

    @Test
    default void anAddressOfAnotherFormIsNotTakenOver() {
        assertUnsupported(() -> adopting().adopt("otherwise://server/object"));
        assertUnsupported(() -> adopting().adopt("nothing"));
    }

    private LocationAdopting adopting() {
        return (LocationAdopting) store();
    }

    private static void assertUnsupported(Executable verb) {
        StoreFault fault = assertThrows(StoreFault.class, verb);

        assertEquals(StoreFault.Kind.UNSUPPORTED, fault.kind());
        assertEquals("under-test", fault.store());
    }
}
