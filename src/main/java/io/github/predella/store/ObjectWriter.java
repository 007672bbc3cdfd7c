package io.github.predella.store;

import io.github.predella.flow.ByteStage;

/**
 * Writes one object. {@code accept} throws {@link StoreFault}: FULL, DENIED, UNAVAILABLE, or INVALID when there are
 * more bytes than announced. Closing before {@link #commit} has returned removes every trace of the object.
 */
public interface ObjectWriter extends ByteStage {

    /**
     * Makes the object durable and then visible. Called once, after the last byte.
     *
     * @throws StoreFault INVALID when the number of bytes is not the announced one, EXISTS when another writer was
     *     faster, FULL, DENIED, UNAVAILABLE
     * @throws IllegalStateException after a commit, a close or a failed {@code accept}
     */
    StoredObject commit();

    @Override
    void accept(byte[] chunk, int from, int count);

    @Override
    default void finish() {}

    @Override
    void close();
}
