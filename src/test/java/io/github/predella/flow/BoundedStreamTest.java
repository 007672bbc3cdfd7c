package io.github.predella.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class BoundedStreamTest {

    private final ByteArrayInputStream source = new ByteArrayInputStream(new byte[] {1, 2, 3, 4, 5, 6});

    @Test
    void theStreamEndsAtTheBound() throws IOException {
        var bounded = new BoundedStream(source, 3);

        byte[] seen = bounded.readAllBytes();

        assertArrayEquals(new byte[] {1, 2, 3}, seen);
        assertEquals(-1, bounded.read());
        assertEquals(0, bounded.available());
        assertEquals(4, source.read());
    }

    @Test
    void skippedAndSingleBytesCount() throws IOException {
        var bounded = new BoundedStream(source, 4);

        assertEquals(2, bounded.skip(2));
        assertEquals(3, bounded.read());
        assertEquals(1, bounded.skip(10));
        assertEquals(-1, bounded.read());
    }

    @Test
    void aSourceThatEndsEarlyEndsTheStream() throws IOException {
        var bounded = new BoundedStream(source, 100);

        assertEquals(6, bounded.readAllBytes().length);
        assertEquals(-1, bounded.read(new byte[5], 0, 5));
    }
}
