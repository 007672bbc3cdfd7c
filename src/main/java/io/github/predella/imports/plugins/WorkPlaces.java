package io.github.predella.imports.plugins;

import io.github.predella.imports.PluginRun;
import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Keeps work that needs much memory or processor time from being done by all imports at once. */
final class WorkPlaces {

    private static final long PAUSE_MILLIS = 500;

    private final Semaphore free;

    WorkPlaces(int count) {
        this.free = new Semaphore(count, true);
    }

    /** Waits for a place, to be left with {@link #leave}, for as long as the import is wanted. */
    void take(PluginRun run) throws InterruptedIOException {
        try {
            if (!free.tryAcquire()) {
                run.say("Waits for other imports to be prepared");
                while (!free.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    run.checkpoint();
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for other imports");
        }
    }

    void leave() {
        free.release();
    }
}
