package io.github.predella.observe;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Figures of the data of images on its way in and out. */
public final class TransferFigures {

    /** The ways in. */
    public enum Way {
        /** {@code PUT …/file}. */
        UPLOAD,
        /** {@code PUT …/stage}. */
        STAGE,
        /** Pieces of upload sessions. */
        SESSION,
        /** What imports fetch from elsewhere. */
        FETCH;

        private final String label = name().toLowerCase(Locale.ROOT);
    }

    private static final Counter RECEIVED = Counter.builder()
            .name("predella_received_bytes_total")
            .unit(Unit.BYTES)
            .help("Data of images that has come in, whatever became of it.")
            .labelNames("way")
            .register(Figures.REGISTRY);

    private static final Gauge RECEIVING = Gauge.builder()
            .name("predella_receptions_in_progress")
            .help("Transfers of data that are coming in.")
            .labelNames("way")
            .register(Figures.REGISTRY);

    private static final Counter SENT = Counter.builder()
            .name("predella_sent_bytes_total")
            .unit(Unit.BYTES)
            .help("Data of images that has gone out in downloads: sendfile, or stream through the heap.")
            .labelNames("way")
            .register(Figures.REGISTRY);

    private static final CounterDataPoint SENDFILE = SENT.labelValues("sendfile");
    private static final CounterDataPoint STREAM = SENT.labelValues("stream");

    private static final Gauge DOWNLOADS = Gauge.builder()
            .name("predella_downloads_in_progress")
            .help("Downloads that hold a place.")
            .register(Figures.REGISTRY);

    private static final Gauge PLACES = Gauge.builder()
            .name("predella_downloads_max")
            .help("Places for downloads, [predella] max_downloads.")
            .register(Figures.REGISTRY);

    private static final Counter TURNED_AWAY = Counter.builder()
            .name("predella_downloads_refused_total")
            .help("Downloads that found no place.")
            .register(Figures.REGISTRY);

    private TransferFigures() {}

    static void begin() {
        for (Way way : Way.values()) {
            RECEIVED.initLabelValues(way.label);
            RECEIVING.initLabelValues(way.label);
        }
    }

    /** Counts what is read from a stream, and the stream as a transfer until it is closed, which leaves the source open. */
    public static InputStream receiving(Way way, InputStream source) {
        RECEIVING.labelValues(way.label).inc();
        return new Counted(source, way);
    }

    /** The server itself has moved so much of a file. */
    public static void sentFile(long bytes) {
        SENDFILE.inc(bytes);
    }

    /** So much was sent through the heap. */
    public static void sentStream(long bytes) {
        STREAM.inc(bytes);
    }

    /** How many downloads may run at the same time. */
    public static void places(int most) {
        PLACES.set(most);
    }

    public static void downloadBegins() {
        DOWNLOADS.inc();
    }

    public static void downloadEnds() {
        DOWNLOADS.dec();
    }

    public static void downloadRefused() {
        TURNED_AWAY.inc();
    }

    private static final class Counted extends FilterInputStream {

        private final CounterDataPoint bytes;
        private final Way way;
        private boolean closed;

        Counted(InputStream source, Way way) {
            super(source);
            this.bytes = RECEIVED.labelValues(way.label);
            this.way = way;
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = in.read(into, offset, length);
            count(read);
            return read;
        }

        private void count(int read) {
            if (read > 0) {
                bytes.inc(read);
            }
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                RECEIVING.labelValues(way.label).dec();
            }
        }
    }
}
