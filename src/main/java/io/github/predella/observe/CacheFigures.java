package io.github.predella.observe;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.snapshots.Unit;

/** Figures of the copies of image data on this node. */
public final class CacheFigures {

    private static final Counter READS = Counter.builder()
            .name("predella_cache_reads_total")
            .help("Reads of image data that found a copy in the cache (hit), or might have found one (miss).")
            .labelNames("result")
            .register(Figures.REGISTRY);

    private static final Counter FILLS = Counter.builder()
            .name("predella_cache_fills_total")
            .help("Copies that were begun, by their end: kept, broken_off by the reader, late or failed at the device,"
                    + " different from what the image is.")
            .labelNames("end")
            .register(Figures.REGISTRY);

    private static final Gauge SIZE = Gauge.builder()
            .name("predella_cache_size_bytes")
            .unit(Unit.BYTES)
            .help("Bytes of all copies in the cache.")
            .register(Figures.REGISTRY);

    private static final Gauge IMAGES = Gauge.builder()
            .name("predella_cache_images")
            .help("Images that have a copy in the cache.")
            .register(Figures.REGISTRY);

    private CacheFigures() {}

    static void begin() {
        READS.initLabelValues("hit");
        READS.initLabelValues("miss");
        for (String end : new String[] {"kept", "broken_off", "late", "failed", "different"}) {
            FILLS.initLabelValues(end);
        }
    }

    public static void hit() {
        READS.labelValues("hit").inc();
    }

    public static void miss() {
        READS.labelValues("miss").inc();
    }

    /**
     * A copy that was begun has ended.
     *
     * @param end in lower case, one of those of the help text
     */
    public static void filled(String end) {
        FILLS.labelValues(end).inc();
    }

    /** What the cache holds now. */
    public static void holds(int images, long bytes) {
        IMAGES.set(images);
        SIZE.set((double) bytes);
    }
}
