package io.github.predella.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Bytes;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestsTest {

    private static final DigestAlgorithm SHA512 = new DigestAlgorithm("sha512");
    private static final byte[] LONG = Bytes.noise(5_000_001);

    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void noThreadIsHeld() throws InterruptedException {
        threads.shutdown();
        assertTrue(threads.awaitTermination(10, TimeUnit.SECONDS));
    }

    @Test
    void theValuesOfNothingAreTheWellKnownOnes() throws IOException {
        var digests = Digests.inline(SHA512);

        digests.finish();

        assertEquals("d41d8cd98f00b204e9800998ecf8427e", digests.values().checksum());
        assertEquals("sha512", digests.values().algorithm());
        assertTrue(digests.values().value().startsWith("cf83e1357eefb8bdf1542850d66d8007"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4096, 262_144, 300_000, 5_000_001})
    void threadsComputeTheSame(int chunk) throws Exception {
        var digests = Digests.on(threads, SHA512);

        feed(digests, LONG, chunk);

        assertEquals(expected(LONG), digests.values());
    }

    @Test
    void anExecutorThatRejectsLeavesTheWorkToTheCaller() throws Exception {
        Executor full = task -> {
            throw new RejectedExecutionException("full");
        };

        var digests = Digests.on(full, SHA512);
        feed(digests, LONG, 100_000);

        assertEquals(expected(LONG), digests.values());
    }

    @Test
    void anExecutorThatNeverGetsRoundToItLeavesTheWorkToTheCaller() throws Exception {
        var queue = new ArrayDeque<Runnable>();

        var digests = Digests.on(queue::add, SHA512);
        feed(digests, LONG, 100_000);
        queue.forEach(Runnable::run);

        assertEquals(expected(LONG), digests.values());
        assertEquals(2, queue.size());
    }

    @Test
    void md5AloneIsComputedOnce() throws IOException {
        var digests = Digests.inline(DigestAlgorithm.MD5);

        feed(digests, new byte[] {'a', 'b', 'c'}, 1);

        assertEquals("900150983cd24fb0d6963f7d28e17f72", digests.values().checksum());
        assertEquals("900150983cd24fb0d6963f7d28e17f72", digests.values().value());
    }

    @Test
    void theChunkMayBeReusedAtOnce() throws Exception {
        var digests = Digests.on(threads, SHA512);
        var chunk = new byte[100_000];

        for (int from = 0; from < LONG.length; from += chunk.length) {
            int count = Math.min(chunk.length, LONG.length - from);
            System.arraycopy(LONG, from, chunk, 0, count);
            digests.accept(chunk, 0, count);
            Arrays.fill(chunk, (byte) 0x55);
        }
        digests.finish();

        assertEquals(expected(LONG), digests.values());
    }

    @Test
    void closingInTheMidstReleasesTheThreads() throws Exception {
        var digests = Digests.on(threads, SHA512);
        digests.accept(LONG, 0, 600_000);

        digests.close();

        assertThrows(IOException.class, digests::finish);
        assertThrows(IllegalStateException.class, digests::values);
    }

    @Test
    void anInterruptEndsTheWaitForABusyThread() throws Exception {
        var begun = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var ring = new DigestRing(List.of(blocking(begun, release)), threads);
        ring.accept(LONG, 0, DigestRing.SLOT_BYTES);
        begun.await();

        Thread.currentThread().interrupt();

        assertThrows(InterruptedIOException.class, ring::finish);
        assertTrue(Thread.interrupted());
        ring.close();
        release.countDown();
    }

    @Test
    void aDigestThatFailsOnItsThreadFailsTheTransfer() throws Exception {
        Executor atOnce = task -> assertThrows(
                ExecutionException.class, () -> threads.submit(task).get());
        var ring = new DigestRing(List.of(failing()), atOnce);

        ring.accept(LONG, 0, DigestRing.SLOT_BYTES);

        assertThrows(IOException.class, ring::finish);
        assertThrows(IOException.class, () -> ring.accept(LONG, 0, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_256", "sha3_512"})
    void theRuntimeOffersTheAlgorithm(String name) {
        int digits = new DigestAlgorithm(name).hexDigits();

        assertTrue(digits >= 32 && digits <= 128);
    }

    @ParameterizedTest
    @ValueSource(strings = {"blake2b", "SHA512", "", "crc32"})
    void anUnknownAlgorithmIsRefusedByName(String name) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> new DigestAlgorithm(name));

        assertTrue(refusal.getMessage().contains("'" + name + "'"));
        assertFalse(refusal.getMessage().isBlank());
    }

    private static void feed(Digests digests, byte[] bytes, int chunk) throws IOException {
        for (int from = 0; from < bytes.length; from += chunk) {
            digests.accept(bytes, from, Math.min(chunk, bytes.length - from));
        }
        digests.finish();
        digests.close();
    }

    private static DigestValues expected(byte[] bytes) throws NoSuchAlgorithmException {
        var hex = HexFormat.of();
        return new DigestValues(
                hex.formatHex(MessageDigest.getInstance("MD5").digest(bytes)),
                "sha512",
                hex.formatHex(MessageDigest.getInstance("SHA-512").digest(bytes)));
    }

    private static MessageDigest blocking(CountDownLatch begun, CountDownLatch release) {
        return new UpdateOnly() {
            @Override
            protected void engineUpdate(byte[] input, int offset, int length) {
                begun.countDown();
                try {
                    release.await();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }

    private static MessageDigest failing() {
        return new UpdateOnly() {
            @Override
            protected void engineUpdate(byte[] input, int offset, int length) {
                throw new IllegalStateException("no digest today");
            }
        };
    }

    private abstract static class UpdateOnly extends MessageDigest {

        UpdateOnly() {
            super("test");
        }

        @Override
        protected void engineUpdate(byte input) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected byte[] engineDigest() {
            return new byte[0];
        }

        @Override
        protected void engineReset() {}
    }

    @Test
    void furtherDigestsComeAlongAndWhatIsWantedTwiceIsComputedOnce() throws IOException {
        var sha256 = new DigestAlgorithm("sha256");
        var digests = Digests.on(threads, SHA512, List.of(sha256, SHA512));
        byte[] data = Bytes.noise(700_000);

        digests.accept(data, 0, data.length);
        assertThrows(IllegalStateException.class, () -> digests.value(sha256));
        digests.finish();

        assertArrayEquals(sha256.digest().digest(data), digests.value(sha256));
        assertArrayEquals(SHA512.digest().digest(data), digests.value(SHA512));
        assertThrows(IllegalStateException.class, () -> digests.value(new DigestAlgorithm("sha1")));
    }
}
