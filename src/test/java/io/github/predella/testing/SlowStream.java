package io.github.predella.testing;

import java.io.IOException;
import java.io.InputStream;

/** A sender who hands over at most so many bytes at a time, and may break off in the end. */
public final class SlowStream extends InputStream {

    private final byte[] bytes;
    private final int atATime;
    private final boolean breaks;
    private int position;

    private SlowStream(byte[] bytes, int atATime, boolean breaks) {
        this.bytes = bytes;
        this.atATime = atATime;
        this.breaks = breaks;
    }

    public static SlowStream of(byte[] bytes, int atATime) {
        return new SlowStream(bytes, atATime, false);
    }

    /** A sender whose connection breaks after the last of the bytes. */
    public static SlowStream breaking(byte[] bytes, int atATime) {
        return new SlowStream(bytes, atATime, true);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int from, int wanted) throws IOException {
        if (position == bytes.length) {
            if (breaks) {
                throw new IOException("connection reset");
            }
            return -1;
        }
        int count = Math.min(Math.min(wanted, atATime), bytes.length - position);
        System.arraycopy(bytes, position, into, from, count);
        position += count;
        return count;
    }
}
