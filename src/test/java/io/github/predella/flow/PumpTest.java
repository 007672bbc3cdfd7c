package io.github.predella.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.core.Fault;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.RecordingStage;
import io.github.predella.testing.SlowStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PumpTest {

    private final ProgressMeter meter = new ProgressMeter(OptionalLong.of(2_000_000));
    private final Pump pump = Pump.metered(meter);
    private final RecordingStage stage = new RecordingStage();

    @Test
    void everythingArrivesInOrderAndIsCounted() throws IOException {
        byte[] sent = Bytes.noise(1_000_000);

        long moved = pump.run(new ByteArrayInputStream(sent), stage);

        assertEquals(sent.length, moved);
        assertArrayEquals(sent, stage.bytes());
        assertTrue(stage.finished());
        assertFalse(stage.closed());
        assertEquals(sent.length, meter.bytes());
        assertEquals(0.5, meter.fraction().orElseThrow());
    }

    @Test
    void smallReadsAreGathered() throws IOException {
        byte[] sent = Bytes.noise(150_000);

        pump.run(SlowStream.of(sent, 1000), stage);

        assertArrayEquals(sent, stage.bytes());
        assertEquals(3, stage.chunks().size());
    }

    @Test
    void anEmptyStreamIsFinishedWithoutAChunk() throws IOException {
        long moved = pump.run(new ByteArrayInputStream(new byte[0]), stage);

        assertEquals(0, moved);
        assertTrue(stage.chunks().isEmpty());
        assertTrue(stage.finished());
    }

    @Test
    void whatArrivedBeforeABreakIsPushedButNotFinished() {
        byte[] sent = Bytes.noise(100);

        var broken = assertThrows(IOException.class, () -> pump.run(SlowStream.breaking(sent, 7), stage));

        assertEquals("connection reset", broken.getMessage());
        assertArrayEquals(sent, stage.bytes());
        assertFalse(stage.finished());
    }

    @Test
    void anInterruptedThreadStopsTheTransfer() {
        Thread.currentThread().interrupt();

        assertThrows(InterruptedIOException.class, () -> pump.run(SlowStream.of(new byte[100], 1), stage));

        assertTrue(Thread.interrupted());
    }

    @Test
    void theCheckpointIsPassedOncePerPeriod() throws IOException {
        var seconds = new AtomicLong();
        var asked = new AtomicInteger();
        var asking = pump.asking(
                asked::incrementAndGet, Duration.ofSeconds(10), () -> Instant.ofEpochSecond(seconds.getAndIncrement()));

        asking.run(SlowStream.of(new byte[100], 1), stage);

        assertEquals(10, asked.get());
    }

    @Test
    void aCheckpointThatSaysNoEndsTheTransfer() {
        var asking = pump.asking(
                () -> {
                    throw Fault.notFound("the image is gone");
                },
                Duration.ZERO,
                Instant::now);

        var fault = assertThrows(Fault.class, () -> asking.run(SlowStream.of(new byte[100], 10), stage));

        assertEquals(Fault.Kind.NOT_FOUND, fault.kind());
        assertFalse(stage.finished());
    }
}
