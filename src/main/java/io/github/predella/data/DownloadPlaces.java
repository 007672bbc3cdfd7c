package io.github.predella.data;

import io.github.predella.observe.TransferFigures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;

/**
 * How many downloads may run at the same time. A slow reader keeps a connection and perhaps a thread for hours; past
 * the bound, others are told to come back rather than that everybody is slowed down. A reader that has stopped reading
 * loses its place.
 */
@ApplicationScoped
public class DownloadPlaces {

    private static final Logger LOG = Logger.getLogger(DownloadPlaces.class.getName());

    private final Set<Place> taken = ConcurrentHashMap.newKeySet();
    private Semaphore free;
    private Clock clock;

    /** For the container's proxy only. */
    protected DownloadPlaces() {}

    @Inject
    public DownloadPlaces(DataSettings settings, Clock clock) {
        this.free = new Semaphore(settings.maxDownloads());
        this.clock = clock;
        TransferFigures.places(settings.maxDownloads());
    }

    /** Takes a place; throws {@link io.github.predella.core.Fault} UNAVAILABLE when none is free. */
    Place take(String imageId) {
        if (!free.tryAcquire()) {
            TransferFigures.downloadRefused();
            throw DataFaults.tooManyDownloads();
        }
        var place = new Place(imageId, clock.instant());
        taken.add(place);
        TransferFigures.downloadBegins();
        return place;
    }

    /** Whether no download runs. */
    public boolean isEmpty() {
        return taken.isEmpty();
    }

    /**
     * Ends the downloads that have made no progress for that long. Progress is what has been made since the last call,
     * so this has to be called more often than that. One thread at a time.
     */
    void endStalled(Duration limit) {
        var now = clock.instant();
        for (Place place : taken) {
            if (place.silence(now).compareTo(limit) >= 0) {
                place.end(limit);
            }
        }
    }

    /** A place that was taken, until it is closed. */
    public final class Place implements AutoCloseable {

        private final AtomicBoolean held = new AtomicBoolean(true);
        private final String imageId;
        private volatile Transfer transfer;
        private volatile Runnable afterwards = () -> {};
        private long seen;
        private Instant since;

        private Place(String imageId, Instant now) {
            this.imageId = imageId;
            this.since = now;
        }

        /**
         * Tells what is sent from this place. When the place is lost already, the transfer is broken off.
         *
         * @param over is done when the place is given back or lost
         */
        void follow(Transfer sending, Runnable over) {
            afterwards = over;
            transfer = sending;
            if (!held.get()) {
                sending.abort();
            }
        }

        private Duration silence(Instant now) {
            long sent = sent();
            if (sent != seen) {
                seen = sent;
                since = now;
            }
            return Duration.between(since, now);
        }

        private long sent() {
            var sending = transfer;
            return sending == null ? 0 : sending.sent();
        }

        /** Whoever gives the place back first decides: the connection of a download that is over serves others. */
        private void end(Duration limit) {
            if (held.getAndSet(false)) {
                LOG.info(() -> "the download of image " + imageId + " is ended: nothing has moved for "
                        + limit.toSeconds() + " seconds, after " + sent() + " bytes");
                var sending = transfer;
                if (sending != null) {
                    sending.abort();
                }
                giveBack();
            }
        }

        /** Gives the place back; a second time does nothing. */
        @Override
        public void close() {
            if (held.getAndSet(false)) {
                giveBack();
            }
        }

        private void giveBack() {
            taken.remove(this);
            free.release();
            TransferFigures.downloadEnds();
            afterwards.run();
        }
    }
}
