package io.github.predella.imports.plugins;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Looks at zstd data on its way to the reader and stops it before a frame that would make the reader hold more memory
 * than every reader is expected to have: a frame's header alone decides about that, and may say anything.
 */
final class ZstdFrames extends FilterInputStream {

    /** Bytes of the largest window: 8 MiB, what the format recommends and compressors keep to unless told otherwise. */
    private static final long MOST_WINDOW = 8L * 1024 * 1024;

    private static final int MAGIC = 0xFD2FB528;
    private static final int[] ID_BYTES = {0, 1, 2, 4};
    private static final int[] SIZE_BYTES = {0, 2, 4, 8};
    private static final int RESERVED_BLOCK = 3;
    private static final int REPEATED_BLOCK = 1;

    /** What the next numbers of the data are. */
    private enum Part {
        MAGIC,
        DESCRIPTOR,
        WINDOW,
        ID,
        SIZE,
        BLOCK
    }

    private Part part = Part.MAGIC;
    private int wanted = 4;
    private int have;
    private long number;

    /** Bytes before that number that mean nothing here. */
    private long gap;

    private int descriptor;

    ZstdFrames(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        int read = super.read(into, from, count);
        int at = 0;
        while (at < read) {
            int passed = (int) Math.min(gap, read - at);
            gap -= passed;
            at += passed;
            if (at < read) {
                see(Byte.toUnsignedInt(into[from + at]));
                at++;
            }
        }
        return read;
    }

    /** Nothing gets past this unseen. */
    @Override
    public long skip(long count) {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void see(int one) throws IOException {
        number |= (long) one << (8 * have);
        have++;
        if (have == wanted) {
            end();
        }
    }

    private void end() throws IOException {
        switch (part) {
            case MAGIC -> endMagic((int) number);
            case DESCRIPTOR -> {
                descriptor = (int) number;
                await(isSingle() ? Part.ID : Part.WINDOW, isSingle() ? idBytes() : 1, 0);
            }
            case WINDOW -> {
                long base = 1L << (10 + (number >> 3));
                requireSmall(base + base / 8 * (number & 7));
                await(Part.ID, idBytes(), 0);
            }
            case ID -> await(Part.SIZE, sizeBytes(), 0);
            case SIZE -> {
                // The two-byte form begins to count where the one-byte form ends, which makes no difference here.
                requireSmall(isSingle() ? number : 0);
                await(Part.BLOCK, 3, 0);
            }
            case BLOCK -> endBlock((int) number);
        }
    }

    private void endMagic(int magic) throws IOException {
        // Frames without content, which hold notes of their makers, are not read by the reader either.
        if (magic != MAGIC) {
            throw new IOException("no frame begins here");
        }
        await(Part.DESCRIPTOR, 1, 0);
    }

    private void endBlock(int header) throws IOException {
        int type = header >> 1 & 3;
        if (type == RESERVED_BLOCK) {
            throw new IOException("a block of an unknown type");
        }
        long size = type == REPEATED_BLOCK ? 1 : header >> 3;
        boolean last = (header & 1) != 0;
        boolean summed = (descriptor & 4) != 0;
        if (last) {
            await(Part.MAGIC, 4, size + (summed ? 4 : 0));
        } else {
            await(Part.BLOCK, 3, size);
        }
    }

    /** Parts of no length end at once. */
    private void await(Part next, int bytes, long before) throws IOException {
        part = next;
        wanted = bytes;
        gap = before;
        have = 0;
        number = 0;
        if (bytes == 0) {
            end();
        }
    }

    private static void requireSmall(long window) throws IOException {
        if (window < 0 || window > MOST_WINDOW) {
            throw new IOException("a frame wants a window of " + window + " bytes");
        }
    }

    /** Whether the window is all of the frame's content. */
    private boolean isSingle() {
        return (descriptor & 0x20) != 0;
    }

    private int idBytes() {
        return ID_BYTES[descriptor & 3];
    }

    private int sizeBytes() {
        int flag = descriptor >> 6 & 3;
        return flag == 0 && isSingle() ? 1 : SIZE_BYTES[flag];
    }
}
