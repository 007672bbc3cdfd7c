package io.github.predella.flow;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;

/**
 * Computes the MD5 checksum and the configured digest of everything that passes.
 *
 * <p>{@link #inline} computes on the transferring thread. {@link #on} lets an executor's threads compute, which raises
 * the speed of a single transfer to that of the slower digest and costs one copy of the bytes into a ring of at most
 * {@link #RING_BYTES}; a thread is occupied only while there are bytes to compute, and whatever the executor rejects or
 * delays is computed on the transferring thread. With more transfers at once than processors there is nothing to gain,
 * so the executor should have few threads and no long queue.
 */
public final class Digests implements ByteStage {

    /** The most memory one transfer's ring takes: 1 MiB. It grows to that only when the transfer is that long. */
    public static final int RING_BYTES = DigestRing.SLOTS * DigestRing.SLOT_BYTES;

    private final DigestAlgorithm algorithm;
    private final List<MessageDigest> digests;
    private final ByteStage work;
    private DigestValues values;

    private Digests(DigestAlgorithm algorithm, Executor executor) {
        this.algorithm = algorithm;
        // The checksum comes first; when the configured digest is the same one, it is computed once.
        this.digests = algorithm.equals(DigestAlgorithm.MD5)
                ? List.of(algorithm.digest())
                : List.of(DigestAlgorithm.MD5.digest(), algorithm.digest());
        this.work = executor == null ? this::updateAll : new DigestRing(digests, executor);
    }

    public static Digests inline(DigestAlgorithm algorithm) {
        return new Digests(algorithm, null);
    }

    public static Digests on(Executor executor, DigestAlgorithm algorithm) {
        return new Digests(algorithm, Objects.requireNonNull(executor));
    }

    /** @throws java.io.InterruptedIOException when interrupted while waiting for the ring */
    @Override
    public void accept(byte[] chunk, int from, int count) throws IOException {
        work.accept(chunk, from, count);
    }

    /** Waits for the computing to end; afterwards {@link #values} is there. */
    @Override
    public void finish() throws IOException {
        work.finish();
        var hex = HexFormat.of();
        var texts =
                digests.stream().map(digest -> hex.formatHex(digest.digest())).toList();
        values = new DigestValues(texts.get(0), algorithm.name(), texts.get(texts.size() - 1));
    }

    /**
     * The values over the whole stream.
     *
     * @throws IllegalStateException before {@code finish}
     */
    public DigestValues values() {
        if (values == null) {
            throw new IllegalStateException("the stream has not been finished");
        }
        return values;
    }

    /** Stops the computing. Threads that are in the midst of a chunk end by themselves right after it. */
    @Override
    public void close() throws IOException {
        work.close();
    }

    private void updateAll(byte[] chunk, int from, int count) {
        for (MessageDigest digest : digests) {
            digest.update(chunk, from, count);
        }
    }
}
