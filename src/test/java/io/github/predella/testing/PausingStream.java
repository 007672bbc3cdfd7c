package io.github.predella.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;

/** A sender who pauses in the middle until he is told to go on. To be read by one thread. */
public final class PausingStream extends InputStream {

    private final CountDownLatch goingOn = new CountDownLatch(1);
    private final byte[] bytes;
    private int position;

    public PausingStream(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Lets the rest be sent; for any thread. */
    public void goOn() {
        goingOn.countDown();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int from, int wanted) throws IOException {
        int middle = bytes.length / 2;
        if (position == middle) {
            pause();
        }
        if (position == bytes.length) {
            return -1;
        }
        int count = Math.min(wanted, (position < middle ? middle : bytes.length) - position);
        System.arraycopy(bytes, position, into, from, count);
        position += count;
        return count;
    }

    private void pause() throws InterruptedIOException {
        try {
            goingOn.await();
        } catch (InterruptedException interrupted) {
            throw new InterruptedIOException();
        }
    }
}
