package io.github.predella.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How many downloads may run at the same time. A slow reader keeps a connection and perhaps a thread for hours; past
 * the bound, others are told to come back rather than that everybody is slowed down.
 */
@ApplicationScoped
public class DownloadPlaces {

    private Semaphore free;

    /** For the container's proxy only. */
    protected DownloadPlaces() {}

    @Inject
    public DownloadPlaces(DataSettings settings) {
        this.free = new Semaphore(settings.maxDownloads());
    }

    /** One place; closing it again does nothing. */
    public interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /** Takes a place; throws {@link io.github.predella.core.Fault} UNAVAILABLE when none is free. */
    Place take() {
        if (!free.tryAcquire()) {
            throw DataFaults.tooManyDownloads();
        }
        var taken = new AtomicBoolean(true);
        return () -> {
            if (taken.getAndSet(false)) {
                free.release();
            }
        };
    }
}
