package io.github.predella.flow;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The next so many bytes of another stream, seen as a stream of their own. Closing it closes the other one. */
public final class BoundedStream extends FilterInputStream {

    private long left;

    /** @param length how many bytes to let through, at least 0 */
    public BoundedStream(InputStream in, long length) {
        super(in);
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        if (left == 0) {
            return -1;
        }
        int value = super.read();
        left -= value < 0 ? 0 : 1;
        return value;
    }

    @Override
    public int read(byte[] into, int from, int wanted) throws IOException {
        if (left == 0 && wanted > 0) {
            return -1;
        }
        int count = super.read(into, from, (int) Math.min(wanted, left));
        left -= Math.max(count, 0);
        return count;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = super.skip(Math.min(wanted, left));
        left -= skipped;
        return skipped;
    }

    @Override
    public int available() throws IOException {
        return (int) Math.min(super.available(), left);
    }

    /** Always false: going back would need the count to go back too. */
    @Override
    public boolean markSupported() {
        return false;
    }
}
