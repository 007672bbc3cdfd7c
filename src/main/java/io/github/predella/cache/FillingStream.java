package io.github.predella.cache;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What a reader reads goes to a fill, too. The reader need not come to the end of the stream: it knows the size. */
final class FillingStream extends FilterInputStream {

    private final CacheFill fill;
    private long left;

    FillingStream(InputStream in, CacheFill fill, long size) {
        super(in);
        this.fill = fill;
        this.left = size;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = in.read(into, offset, length);
        if (count > 0) {
            fill.accept(into, offset, (int) Math.min(count, left));
            left -= Math.min(count, left);
            if (left == 0) {
                fill.finish();
            }
        }
        return count;
    }

    @Override
    public long skip(long count) {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        fill.close();
        in.close();
    }
}
