package io.github.predella.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/**
 * Writes a new file from its beginning in pieces of one chunk at most, and, when it is to be thin, leaves out the
 * chunks that hold nothing but zeros.
 */
final class SparseFile {

    private final FileChannel file;
    private final byte[] zeros;
    private final int chunk;
    private long position;
    private long end;

    SparseFile(FileChannel file, int chunk, boolean thin) {
        this.file = file;
        this.chunk = chunk;
        this.zeros = thin ? new byte[chunk] : null;
    }

    void write(byte[] bytes, int from, int count) throws IOException {
        int done = 0;
        while (done < count) {
            // Pieces end where chunks of the file end, so that a hole covers whole blocks of the file system.
            int part = (int) Math.min(count - done, chunk - position % chunk);
            if (!isHole(bytes, from + done, part)) {
                writeFully(ByteBuffer.wrap(bytes, from + done, part));
                end = position + part;
            }
            position += part;
            done += part;
        }
    }

    /** How long the file is to be. */
    long length() {
        return position;
    }

    /** Gives the file its length when it ends with a hole. */
    void complete() throws IOException {
        if (end < position) {
            file.write(ByteBuffer.allocate(1), position - 1);
        }
    }

    private boolean isHole(byte[] bytes, int from, int count) {
        return zeros != null && Arrays.equals(bytes, from, from + count, zeros, 0, count);
    }

    private void writeFully(ByteBuffer bytes) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += file.write(bytes, at);
        }
    }
}
