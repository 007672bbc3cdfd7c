package io.github.predella.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A stretch of the stream that is kept while it passes. What the stream did not reach reads as zero, so readers need no
 * check of their own as long as they stay inside the window.
 */
final class Window {

    private static final VarHandle BIG_LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle BIG_INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LITTLE_LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LITTLE_INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final long start;
    private final byte[] bytes;
    private int have;

    Window(long start, int length) {
        this.start = start;
        this.bytes = new byte[length];
    }

    /** Takes what it is still missing and this chunk has; chunks may be shown twice. Returns whether it is full. */
    boolean accept(long position, byte[] chunk, int from, int count) {
        long skip = start + have - position;
        if (skip >= 0 && skip < count) {
            int part = (int) Math.min(count - skip, bytes.length - have);
            System.arraycopy(chunk, from + (int) skip, bytes, have, part);
            have += part;
        }
        return isFull();
    }

    /** A longer window with the same start and the bytes of this one. */
    Window widened(int length) {
        var wider = new Window(start, length);
        wider.accept(start, bytes, 0, have);
        return wider;
    }

    boolean isFull() {
        return have == bytes.length;
    }

    /** How many bytes are there. */
    int have() {
        return have;
    }

    boolean hasAt(int at, byte... wanted) {
        if (at + wanted.length > have) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    boolean hasAt(int at, String ascii) {
        return hasAt(at, ascii.getBytes(StandardCharsets.ISO_8859_1));
    }

    int unsignedByte(int at) {
        return Byte.toUnsignedInt(bytes[at]);
    }

    int littleShort(int at) {
        return unsignedByte(at) | unsignedByte(at + 1) << 8;
    }

    int bigShort(int at) {
        return unsignedByte(at) << 8 | unsignedByte(at + 1);
    }

    long littleInt(int at) {
        return Integer.toUnsignedLong((int) LITTLE_INT.get(bytes, at));
    }

    long bigInt(int at) {
        return Integer.toUnsignedLong((int) BIG_INT.get(bytes, at));
    }

    long littleLong(int at) {
        return (long) LITTLE_LONG.get(bytes, at);
    }

    long bigLong(int at) {
        return (long) BIG_LONG.get(bytes, at);
    }

    /** What is there, a character per byte. */
    String text() {
        return new String(bytes, 0, have, StandardCharsets.ISO_8859_1);
    }
}
