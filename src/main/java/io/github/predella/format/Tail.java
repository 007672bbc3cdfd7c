package io.github.predella.format;

/** The last bytes of the stream so far. */
final class Tail {

    private final byte[] bytes;
    private int have;

    Tail(int length) {
        this.bytes = new byte[length];
    }

    void accept(byte[] chunk, int from, int count) {
        int part = Math.min(count, bytes.length);
        int kept = Math.min(have, bytes.length - part);
        System.arraycopy(bytes, have - kept, bytes, 0, kept);
        System.arraycopy(chunk, from + count - part, bytes, kept, part);
        have = kept + part;
    }

    /** What there is, as a window that is full when there was enough. */
    Window window() {
        var window = new Window(0, bytes.length);
        window.accept(0, bytes, 0, have);
        return window;
    }
}
