package io.github.predella.data;

import io.github.predella.flow.DigestAlgorithm;
import io.github.predella.flow.DigestValues;
import io.github.predella.flow.Digests;
import io.github.predella.format.Finding;
import io.github.predella.format.FormatWatch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The digests and findings of an upload that comes in pieces. They follow the file rather than the network: whatever was
 * received is read once more, mostly out of the system's memory. So nothing that was refused ever gets in, and after a
 * restart they are made up for from the file alone. For one thread at a time.
 */
final class SessionDigests {

    private static final int BUFFER = 256 * 1024;

    private final Digests digests;
    private final FormatWatch watch = new FormatWatch();
    private final Map<String, MessageDigest> sums = new HashMap<>();
    private long position;

    SessionDigests(DigestAlgorithm algorithm, Iterable<String> sumAlgorithms) {
        digests = Digests.inline(algorithm);
        sumAlgorithms.forEach(name -> sums.put(name, new DigestAlgorithm(name).digest()));
    }

    /** How many bytes have been read. */
    long position() {
        return position;
    }

    /** Reads on in the file up to a position. */
    void follow(FileChannel file, long end) throws IOException {
        var buffer = ByteBuffer.allocate(BUFFER);
        while (position < end) {
            buffer.clear().limit((int) Math.min(BUFFER, end - position));
            int count = file.read(buffer, position);
            if (count < 0) {
                throw new IOException("the file ends at " + position + " instead of " + end);
            }
            digests.accept(buffer.array(), 0, count);
            watch.accept(buffer.array(), 0, count);
            sums.values().forEach(sum -> sum.update(buffer.array(), 0, count));
            position += count;
        }
    }

    /**
     * What came out of all the data.
     *
     * @param values the usual digests
     * @param findings the formats that were recognised
     * @param sums the further sums that were wanted, algorithm to lower-case hex
     */
    record Outcome(DigestValues values, List<Finding> findings, Map<String, String> sums) {

        /** The first algorithm whose sum is not the expected one. */
        Optional<String> difference(Map<String, String> expected) {
            return expected.entrySet().stream()
                    .filter(one -> !one.getValue().equals(sums.get(one.getKey())))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .findFirst();
        }
    }

    /** Ends the computing. */
    Outcome finish() throws IOException {
        digests.finish();
        watch.finish();
        var texts = new HashMap<String, String>();
        sums.forEach((name, sum) -> texts.put(name, HexFormat.of().formatHex(sum.digest())));
        return new Outcome(digests.values(), watch.inspection().findings(), Map.copyOf(texts));
    }
}
