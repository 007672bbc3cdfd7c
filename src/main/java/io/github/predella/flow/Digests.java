package io.github.predella.flow;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;

/**
 * Computes the MD5 checksum and the configured digest of everything that passes, and further ones that are wanted.
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
    private final Map<DigestAlgorithm, MessageDigest> digests = new LinkedHashMap<>();
    private final Map<DigestAlgorithm, byte[]> computed = new LinkedHashMap<>();
    private final ByteStage work;

    private Digests(DigestAlgorithm algorithm, List<DigestAlgorithm> further, Executor executor) {
        this.algorithm = algorithm;
        // What is wanted twice is computed once.
        want(DigestAlgorithm.MD5);
        want(algorithm);
        further.forEach(this::want);
        this.work = executor == null ? this::updateAll : new DigestRing(List.copyOf(digests.values()), executor);
    }

    public static Digests inline(DigestAlgorithm algorithm) {
        return new Digests(algorithm, List.of(), null);
    }

    public static Digests on(Executor executor, DigestAlgorithm algorithm) {
        return on(executor, algorithm, List.of());
    }

    /**
     * As {@link #on(Executor, DigestAlgorithm)}, with more digests.
     *
     * @param further what {@link #value} will be asked for besides the checksum and the configured digest
     */
    public static Digests on(Executor executor, DigestAlgorithm algorithm, List<DigestAlgorithm> further) {
        return new Digests(algorithm, further, Objects.requireNonNull(executor));
    }

    private void want(DigestAlgorithm wanted) {
        digests.computeIfAbsent(wanted, DigestAlgorithm::digest);
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
        digests.forEach((name, digest) -> computed.put(name, digest.digest()));
    }

    /**
     * The values over the whole stream.
     *
     * @throws IllegalStateException before {@code finish}
     */
    public DigestValues values() {
        var hex = HexFormat.of();
        return new DigestValues(
                hex.formatHex(value(DigestAlgorithm.MD5)), algorithm.name(), hex.formatHex(value(algorithm)));
    }

    /**
     * The value of one digest over the whole stream.
     *
     * @throws IllegalStateException before {@code finish}, and for a digest that was not wanted
     */
    public byte[] value(DigestAlgorithm wanted) {
        byte[] value = computed.get(wanted);
        if (value == null) {
            throw new IllegalStateException("the stream has not been finished, or " + wanted + " was not wanted");
        }
        return value.clone();
    }

    /** Stops the computing. Threads that are in the midst of a chunk end by themselves right after it. */
    @Override
    public void close() throws IOException {
        work.close();
    }

    private void updateAll(byte[] chunk, int from, int count) {
        for (MessageDigest digest : digests.values()) {
            digest.update(chunk, from, count);
        }
    }
}
