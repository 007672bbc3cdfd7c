package io.github.predella.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * What every store promises that takes data. A test class of a store implements this; where a store cannot keep a
 * promise, it overrides that test with a disabled one that says why.
 */
public interface ObjectStoreContract extends StoreReadingContract {

    @Override
    default Location given(byte[] bytes) {
        return put(newName(), bytes).location();
    }

    @Override
    default Location missing() {
        Location location = given(new byte[1]);
        store().delete(location);
        return location;
    }

    @Test
    default void whatWasCommittedIsReadBack() throws IOException {
        byte[] bytes = Bytes.noise(700_001);

        StoredObject stored = put(newName(), bytes);

        assertEquals(bytes.length, stored.size());
        assertEquals("under-test", stored.location().store());
        assertTrue(store().owns(stored.location()));
        assertEquals(OptionalLong.of(bytes.length), store().size(stored.location()));
        assertArrayEquals(bytes, get(stored.location()));
    }

    @Test
    default void discardRemovesByNameAndMindsNothingMissing() throws IOException {
        ObjectName name = newName();
        StoredObject stored = put(name, Bytes.noise(100));

        store().discard(name);
        store().discard(name);

        assertEquals(
                StoreFault.Kind.NOT_FOUND,
                assertThrows(StoreFault.class, () -> store().open(stored.location()))
                        .kind());
    }

    @Test
    default void anEmptyObjectIsAnObject() throws IOException {
        StoredObject stored = put(newName(), new byte[0]);

        assertEquals(0, stored.size());
        assertArrayEquals(new byte[0], get(stored.location()));
    }

    @Test
    default void theArrayMayBeReusedWhileWriting() throws IOException {
        byte[] bytes = Bytes.noise(200_000);
        var chunk = new byte[4096];

        StoredObject stored;
        try (ObjectWriter writer = store().create(newName(), OptionalLong.empty())) {
            for (int from = 0; from < bytes.length; from += chunk.length) {
                int count = Math.min(chunk.length, bytes.length - from);
                System.arraycopy(bytes, from, chunk, 0, count);
                writer.accept(chunk, 0, count);
                Arrays.fill(chunk, (byte) 0x55);
            }
            stored = writer.commit();
        }

        assertArrayEquals(bytes, get(stored.location()));
    }

    @Test
    default void anUnfinishedObjectIsInvisible() {
        ObjectName name = newName();
        Location location = put(name, new byte[1]).location();
        store().delete(location);

        try (ObjectWriter writer = store().create(name, OptionalLong.empty())) {
            writer.accept(new byte[100], 0, 100);

            assertKind(StoreFault.Kind.NOT_FOUND, () -> store().size(location));
            assertKind(StoreFault.Kind.NOT_FOUND, () -> store().open(location).close());
            assertKind(StoreFault.Kind.NOT_FOUND, () -> store().delete(location));
        }
    }

    @Test
    default void closingWithoutCommitLeavesNothing() throws IOException {
        ObjectName name = newName();
        try (ObjectWriter writer = store().create(name, OptionalLong.empty())) {
            writer.accept(new byte[100], 0, 100);
        }

        StoredObject stored = put(name, new byte[] {7});

        assertArrayEquals(new byte[] {7}, get(stored.location()));
    }

    @Test
    default void closingTwiceAndAfterCommitIsHarmless() throws IOException {
        ObjectWriter writer = store().create(newName(), OptionalLong.empty());
        StoredObject stored = writer.commit();

        writer.close();
        writer.close();

        assertArrayEquals(new byte[0], get(stored.location()));
    }

    @Test
    default void aWriterIsDoneAfterItsCommit() {
        try (ObjectWriter writer = store().create(newName(), OptionalLong.empty())) {
            writer.commit();

            assertThrows(IllegalStateException.class, writer::commit);
            assertThrows(IllegalStateException.class, () -> writer.accept(new byte[1], 0, 1));
        }
    }

    @Test
    default void aNameIsTakenOnce() throws IOException {
        ObjectName name = newName();
        StoredObject first = put(name, new byte[] {1});

        assertKind(StoreFault.Kind.EXISTS, () -> put(name, new byte[] {2}));

        assertArrayEquals(new byte[] {1}, get(first.location()));
    }

    @Test
    default void ofTwoWritersOfOneNameTheFirstToCommitWins() throws IOException {
        ObjectName name = newName();
        try (ObjectWriter slow = store().create(name, OptionalLong.empty());
                ObjectWriter fast = store().create(name, OptionalLong.empty())) {
            slow.accept(new byte[] {1}, 0, 1);
            fast.accept(new byte[] {2}, 0, 1);

            StoredObject stored = fast.commit();

            assertKind(StoreFault.Kind.EXISTS, slow::commit);
            assertArrayEquals(new byte[] {2}, get(stored.location()));
        }
    }

    @Test
    default void fewerBytesThanAnnouncedAreInvalid() {
        ObjectName name = newName();
        try (ObjectWriter writer = store().create(name, OptionalLong.of(10))) {
            writer.accept(new byte[9], 0, 9);

            assertKind(StoreFault.Kind.INVALID, writer::commit);
        }

        assertEquals(3, put(name, new byte[3]).size());
    }

    @Test
    default void moreBytesThanAnnouncedAreInvalid() {
        ObjectName name = newName();
        try (ObjectWriter writer = store().create(name, OptionalLong.of(10))) {
            writer.accept(new byte[9], 0, 9);

            assertKind(StoreFault.Kind.INVALID, () -> writer.accept(new byte[2], 0, 2));
            assertThrows(IllegalStateException.class, writer::commit);
        }

        assertEquals(3, put(name, new byte[3]).size());
    }

    @Test
    default void theAnnouncedSizeIsAccepted() {
        try (ObjectWriter writer = store().create(newName(), OptionalLong.of(10))) {
            writer.accept(new byte[12], 1, 10);

            assertEquals(10, writer.commit().size());
        }
    }

    @Test
    default void aDeletedObjectIsGone() {
        Location location = put(newName(), new byte[5]).location();

        store().delete(location);

        assertKind(StoreFault.Kind.NOT_FOUND, () -> store().size(location));
        assertKind(StoreFault.Kind.NOT_FOUND, () -> store().open(location).close());
        assertKind(StoreFault.Kind.NOT_FOUND, () -> store().delete(location));
    }

    @Test
    default void manyMayWriteAtOnce() throws Exception {
        List<Callable<StoredObject>> writers = IntStream.range(0, 16)
                .<Callable<StoredObject>>mapToObj(i -> () -> put(newName(), Bytes.noise(50_000 + i)))
                .toList();
        var threads = Executors.newFixedThreadPool(8);

        var stored = threads.invokeAll(writers);
        threads.shutdown();

        for (int i = 0; i < stored.size(); i++) {
            assertArrayEquals(Bytes.noise(50_000 + i), get(stored.get(i).get().location()));
        }
    }

    private StoredObject put(ObjectName name, byte[] bytes) {
        try (ObjectWriter writer = store().create(name, OptionalLong.empty())) {
            writer.accept(bytes, 0, bytes.length);
            writer.finish();
            return writer.commit();
        }
    }

    private byte[] get(Location location) throws IOException {
        try (InputStream in = store().open(location)) {
            return in.readAllBytes();
        }
    }

    private static ObjectName newName() {
        return new ObjectName(UUID.randomUUID().toString());
    }

    private static void assertKind(StoreFault.Kind kind, Executable verb) {
        StoreFault fault = assertThrows(StoreFault.class, verb);

        assertEquals(kind, fault.kind());
        assertEquals("under-test", fault.store());
    }
}
