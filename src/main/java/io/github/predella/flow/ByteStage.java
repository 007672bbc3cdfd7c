package io.github.predella.flow;

import java.io.Closeable;
import java.io.IOException;

/**
 * One station on the way of the bytes. It is pushed the whole stream in order, piece by piece, through one method.
 *
 * <p>A stage neither changes nor keeps the array it is given: the caller reuses it at once. {@code close} may come at
 * any time, also before {@code finish} and more than once; it releases what the stage holds and, where {@code finish}
 * has not happened, also what the stage has produced so far. A stage is used by one thread at a time.
 */
public interface ByteStage extends Closeable {

    /**
     * Takes the next bytes.
     *
     * @param chunk the array that holds them
     * @param from index of the first one, in range
     * @param count how many, at least 0 and within the array
     * @throws IOException when the bytes cannot be taken; the stage is then of no further use
     */
    void accept(byte[] chunk, int from, int count) throws IOException;

    /** The end of the stream was reached and nothing went wrong. Called once at most. */
    default void finish() throws IOException {}

    @Override
    default void close() throws IOException {}
}
