package io.github.predella.imports.plugins;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A program at work. For one thread. Closing it ends the program if it still runs. */
final class ProgramRun implements AutoCloseable {

    private static final int MOST_OUTPUT = 1024 * 1024;
    private static final int CHUNK = 8192;
    private static final long FIRST_PAUSE_MILLIS = 5;
    private static final long LONGEST_PAUSE_MILLIS = 100;
    private static final long FAREWELL_SECONDS = 10;

    private final Process process;
    private final long seconds;
    private final long begun = System.nanoTime();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

    ProgramRun(Process process, long seconds) {
        this.process = process;
        this.seconds = seconds;
    }

    /**
     * How it ended.
     *
     * @param status 0 when it was content
     * @param printed what it said; when more than a MiB was said, the last of it
     * @param complained what it complained about, likewise
     * @param late whether it was ended because it took too long
     */
    record Outcome(int status, String printed, String complained, boolean late) {

        boolean isFine() {
            return status == 0 && complained.isBlank() && !late;
        }
    }

    /**
     * Waits for the end.
     *
     * @param meanwhile called several times a second with what was printed last; what it throws ends the waiting
     */
    Outcome await(Consumer<String> meanwhile) throws IOException {
        long pause = FIRST_PAUSE_MILLIS;
        try {
            while (!process.waitFor(pause, TimeUnit.MILLISECONDS)) {
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
                meanwhile.accept(take(process.getInputStream(), printed));
                take(process.getErrorStream(), complained);
                if (System.nanoTime() - begun > Duration.ofSeconds(seconds).toNanos()) {
                    return new Outcome(-1, text(printed), text(complained), true);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for a program");
        }
        takeRest(process.getInputStream(), printed);
        takeRest(process.getErrorStream(), complained);
        return new Outcome(process.exitValue(), text(printed), text(complained), false);
    }

    /** Takes what is there, without waiting for more. */
    private static String take(InputStream from, ByteArrayOutputStream into) throws IOException {
        var chunk = new byte[CHUNK];
        var fresh = new StringBuilder();
        while (from.available() > 0) {
            int count = from.read(chunk, 0, Math.min(chunk.length, from.available()));
            keep(chunk, count, into);
            fresh.append(new String(chunk, 0, Math.max(0, count), StandardCharsets.UTF_8));
        }
        return fresh.toString();
    }

    private static void takeRest(InputStream from, ByteArrayOutputStream into) throws IOException {
        var chunk = new byte[CHUNK];
        int count = from.read(chunk);
        while (count >= 0) {
            keep(chunk, count, into);
            count = from.read(chunk);
        }
    }

    private static void keep(byte[] chunk, int count, ByteArrayOutputStream into) {
        if (into.size() > MOST_OUTPUT) {
            into.reset();
        }
        into.write(chunk, 0, Math.max(0, count));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Returns when the program no longer runs, and so writes no file any more. */
    @Override
    public void close() {
        if (!process.isAlive()) {
            return;
        }
        process.destroyForcibly();
        boolean interrupted = Thread.interrupted();
        try {
            process.waitFor(FAREWELL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException again) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
