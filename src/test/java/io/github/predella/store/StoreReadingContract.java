package io.github.predella.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.flow.ByteRange;
import io.github.predella.testing.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What every store promises to those who read, however the objects got there. */
public interface StoreReadingContract {

    /** The store under test, the same one during one test, whose id is {@code under-test}. */
    ObjectStore store();

    /** An address of this store's form that lies outside of it. */
    Location foreign();

    /** Makes an object with these bytes, by whatever way this store's objects come to be. */
    Location given(byte[] bytes) throws IOException;

    /** An address inside of this store at which nothing is. */
    Location missing();

    @Test
    default void whatIsThereIsRead() throws IOException {
        byte[] bytes = Bytes.noise(300_001);

        Location location = given(bytes);

        assertTrue(store().owns(location));
        assertEquals(OptionalLong.of(bytes.length), store().size(location));
        assertArrayEquals(bytes, get(location));
    }

    @Test
    default void nothingIsReadAsNothing() throws IOException {
        Location location = given(new byte[0]);

        assertEquals(OptionalLong.of(0), store().size(location));
        assertArrayEquals(new byte[0], get(location));
    }

    @Test
    default void whatIsMissingIsNotFound() {
        Location missing = missing();

        assertTrue(store().owns(missing));
        assertKind(StoreFault.Kind.NOT_FOUND, () -> store().size(missing));
        assertKind(StoreFault.Kind.NOT_FOUND, () -> store().open(missing).close());
    }

    @Test
    default void aForeignLocationIsRefused() {
        Location foreign = foreign();

        assertFalse(store().owns(foreign));
        assertKind(StoreFault.Kind.DENIED, () -> store().size(foreign));
        assertKind(StoreFault.Kind.DENIED, () -> store().open(foreign).close());
        assertKind(StoreFault.Kind.DENIED, () -> store().delete(foreign));
    }

    @Test
    default void anUnreadStreamCanBeClosed() throws IOException {
        Location location = given(Bytes.noise(100_000));

        for (int i = 0; i < 2000; i++) {
            store().open(location).close();
        }

        assertEquals(OptionalLong.of(100_000), store().size(location));
    }

    @Test
    default void sharingChangesNothingForTheService() throws IOException {
        Location location = given(new byte[] {9});

        store().share(location, List.of("project"), false);

        assertArrayEquals(new byte[] {9}, get(location));
    }

    @Test
    default void aStretchIsReadAlone() throws IOException {
        Assumptions.assumeTrue(store() instanceof RangeReading);
        byte[] bytes = Bytes.noise(100_000);
        Location location = given(bytes);

        try (InputStream in = ((RangeReading) store()).open(location, new ByteRange(70_000, 20_001))) {
            assertArrayEquals(Arrays.copyOfRange(bytes, 70_000, 90_001), in.readAllBytes());
        }
    }

    @Test
    default void aStretchBeyondTheEndIsInvalid() throws IOException {
        Assumptions.assumeTrue(store() instanceof RangeReading);
        Location location = given(new byte[10]);

        assertKind(StoreFault.Kind.INVALID, () -> ((RangeReading) store())
                .open(location, new ByteRange(5, 6))
                .close());
    }

    private byte[] get(Location location) throws IOException {
        try (InputStream in = store().open(location)) {
            return in.readAllBytes();
        }
    }

    private static void assertKind(StoreFault.Kind kind, Executable verb) {
        StoreFault fault = assertThrows(StoreFault.class, verb);

        assertEquals(kind, fault.kind());
        assertEquals("under-test", fault.store());
    }
}
