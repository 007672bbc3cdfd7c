package io.github.predella.store.http;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The next so many bytes of an answer. Unlike a stretch of a local file it may turn out only while it is read that
 * there are fewer of them; then reading fails.
 */
final class Stretch extends FilterInputStream {

    private long left;

    Stretch(InputStream in, long length) {
        super(in);
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int wanted) throws IOException {
        if (left == 0 && wanted > 0) {
            return -1;
        }
        int count = in.read(into, from, (int) Math.min(wanted, left));
        if (count < 0) {
            throw new EOFException("the answer ends " + left + " bytes before its range");
        }
        left -= count;
        return count;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = in.skip(Math.min(wanted, left));
        left -= skipped;
        return skipped;
    }

    @Override
    public int available() throws IOException {
        return (int) Math.min(in.available(), left);
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
