package io.github.predella.data;

import io.github.predella.flow.DigestAlgorithm;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;

/**
 * Sums of the first and of the last MiB that an upload has received, or of all of it where there is less: whoever wants
 * to go on with it tells by them whether the file at hand is the one it was begun with.
 *
 * @param first SHA-256 in lower-case hex
 * @param last likewise
 */
public record ReceivedEnds(String first, String last) {

    private static final int MOST = 1024 * 1024;

    /** The sums of the first {@code received} bytes of a file; what may follow them does not count. */
    static ReceivedEnds of(Path file, long received) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            int length = (int) Math.min(MOST, received);
            return new ReceivedEnds(sum(channel, 0, length), sum(channel, received - length, length));
        }
    }

    private static String sum(FileChannel channel, long from, int length) throws IOException {
        var part = ByteBuffer.allocate(length);
        while (part.hasRemaining()) {
            if (channel.read(part, from + part.position()) < 0) {
                throw new EOFException("the file ends within what was received");
            }
        }
        return HexFormat.of().formatHex(new DigestAlgorithm("sha256").digest().digest(part.array()));
    }
}
