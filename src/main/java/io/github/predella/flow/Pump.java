package io.github.predella.flow;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/**
 * Moves a stream into a stage. It owns the only buffer, gathers small reads so that the stages see pieces worth their
 * while, counts, and looks around from time to time: a thread that is interrupted, or a {@link Checkpoint} that says
 * no, stops the transfer.
 *
 * <p>A pump is immutable and may serve many transfers at once, except that they share its meter.
 */
public final class Pump {

    /** Size of the buffer and so of the largest chunk a stage sees: 256 KiB. */
    public static final int BUFFER = 256 * 1024;

    /** Bytes are handed on once so many have come in, so that a slow sender does not wait for a full buffer. */
    private static final int WORTHWHILE = 64 * 1024;

    private final ProgressMeter meter;
    private final Checkpoint checkpoint;
    private final Duration every;
    private final InstantSource clock;

    private Pump(ProgressMeter meter, Checkpoint checkpoint, Duration every, InstantSource clock) {
        this.meter = Objects.requireNonNull(meter);
        this.checkpoint = checkpoint;
        this.every = every;
        this.clock = clock;
    }

    /** A pump that reports to the meter and asks nobody. */
    public static Pump metered(ProgressMeter meter) {
        return new Pump(meter, () -> {}, Duration.ZERO, () -> Instant.EPOCH);
    }

    /**
     * The same pump with a checkpoint, which is passed at most once per period, for the first time when one has gone
     * by. It is asked on the transferring thread when bytes have arrived, so a sender who sends nothing delays it.
     */
    public Pump asking(Checkpoint question, Duration period, InstantSource time) {
        return new Pump(meter, question, period, time);
    }

    /**
     * Reads to the end, pushes everything into the stage and then finishes it. Closes neither the stream nor the stage:
     * both belong to the caller.
     *
     * <p>When reading fails, what had arrived until then is still pushed, so that a resumable upload keeps it.
     *
     * @return the number of bytes moved
     * @throws InterruptedIOException when the thread was interrupted; its interrupt flag stays set
     * @throws IOException from the stream, a stage or the checkpoint
     */
    public long run(InputStream in, ByteStage stage) throws IOException {
        var round = new Round(in, stage);
        while (round.fill()) {
            round.push();
        }
        round.push();
        stage.finish();
        return round.moved;
    }

    /** The state of one transfer. */
    private final class Round {

        private final InputStream in;
        private final ByteStage stage;
        private final byte[] buffer = new byte[BUFFER];
        private int filled;
        private long moved;
        private Instant asked = clock.instant();

        Round(InputStream in, ByteStage stage) {
            this.in = in;
            this.stage = stage;
        }

        /** Reads until the buffer is worth pushing; false at the end of the stream. */
        boolean fill() throws IOException {
            while (filled < WORTHWHILE) {
                int count = read();
                if (count < 0) {
                    return false;
                }
                filled += count;
                lookAround();
            }
            return true;
        }

        void push() throws IOException {
            if (filled > 0) {
                stage.accept(buffer, 0, filled);
                moved += filled;
                meter.add(filled);
                filled = 0;
            }
        }

        private int read() throws IOException {
            try {
                return in.read(buffer, filled, BUFFER - filled);
            } catch (IOException broken) {
                push();
                throw broken;
            }
        }

        private void lookAround() throws IOException {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("the transfer was interrupted");
            }
            Instant now = clock.instant();
            if (!now.isBefore(asked.plus(every))) {
                asked = now;
                checkpoint.pass();
            }
        }
    }
}
