package io.github.predella.flow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/**
 * Writes a new file from its beginning in pieces of one chunk at most, and, when it is to be thin, leaves out the
 * chunks that hold nothing but zeros. The channel stays open; it belongs to the caller.
 */
public final class SparseFile implements ByteStage {

    private final FileChannel file;
    private final byte[] zeros;
    private final int chunk;
    private long position;
    private long end;

    /**
     * @param file empty and open for writing
     * @param chunk bytes of one write and of one hole, at least 1
     * @param thin whether chunks of nothing but zeros become holes
     */
    public SparseFile(FileChannel file, int chunk, boolean thin) {
        this.file = file;
        this.chunk = chunk;
        this.zeros = thin ? new byte[chunk] : null;
    }

    @Override
    public void accept(byte[] bytes, int from, int count) throws IOException {
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
    public long length() {
        return position;
    }

    /** Gives the file its length when it ends with a hole. */
    @Override
    public void finish() throws IOException {
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
