package io.github.predella.data.rest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBodyTest {

    private static final byte[] DATA = Bytes.noise(1000);

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.write(directory.resolve("data"), DATA);
    }

    @Test
    void wantedPartIsMoved() throws IOException {
        var socket = new ByteArrayOutputStream();
        var body = FileBody.open(file, 100, 300);

        body.writeTo(Channels.newChannel(socket));

        assertArrayEquals(Arrays.copyOfRange(DATA, 100, 400), socket.toByteArray());
        assertFalse(body.hasRemaining());
        body.release();
    }

    @Test
    void queueIsToldOfItsOneEntryWhenAllHasGoneAndOfNothingBefore() throws IOException {
        var body = FileBody.open(file, 0, 250);
        var socket = new NarrowSocket(100);

        long first = body.writeTo(socket);
        long second = body.writeTo(socket);
        long third = body.writeTo(socket);

        assertEquals(0, first);
        assertEquals(0, second);
        assertEquals(1, third);
        assertEquals(250, body.sent());
        body.release();
    }

    @Test
    void lengthBeyondTwoGibibytesIsKept() throws IOException {
        long length = 5L << 30;
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(length);
        }
        var body = FileBody.open(file, 0, length);

        assertEquals(Integer.MAX_VALUE, body.remaining());
        while (body.hasRemaining() && body.sent() <= Integer.MAX_VALUE) {
            body.writeTo(new NarrowSocket(Integer.MAX_VALUE));
        }

        assertTrue(body.hasRemaining());
        assertEquals(Integer.MAX_VALUE, body.remaining());
        body.release();
    }

    @Test
    void otherConnectionsGetTheirTurn() throws IOException {
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(100L << 20);
        }
        var body = FileBody.open(file, 0, 100L << 20);

        body.writeTo(new NarrowSocket(Integer.MAX_VALUE));

        assertTrue(body.sent() <= 4L << 20, () -> "moved " + body.sent());
        body.release();
    }

    @Test
    void fileThatHasBecomeShorterEndsTheTransfer() throws IOException {
        var body = FileBody.open(file, 0, 1000);
        body.writeTo(new NarrowSocket(600));
        try (var shortened = new RandomAccessFile(file.toFile(), "rw")) {
            shortened.setLength(500);
        }

        assertThrows(EOFException.class, () -> body.writeTo(new NarrowSocket(600)));
        body.release();
    }

    @Test
    void releasedFileIsClosedOnceAndForAll() throws IOException {
        var body = FileBody.open(file, 0, 1000);

        body.release();
        body.release();

        assertThrows(ClosedChannelException.class, () -> body.writeTo(new NarrowSocket(600)));
    }

    @Test
    void linkInPlaceOfTheFileIsNotFollowed() throws IOException {
        var link = Files.createSymbolicLink(directory.resolve("link"), file);

        assertThrows(IOException.class, () -> FileBody.open(link, 0, 1000));
    }

    /** Takes so many bytes at a time and forgets them. */
    private record NarrowSocket(int width) implements WritableByteChannel {

        @Override
        public int write(ByteBuffer bytes) {
            int count = Math.min(width, bytes.remaining());
            bytes.position(bytes.position() + count);
            return count;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
