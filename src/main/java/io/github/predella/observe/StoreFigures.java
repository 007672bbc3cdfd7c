package io.github.predella.observe;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.snapshots.Unit;

/** Figures of what stores are asked to do. */
public final class StoreFigures {

    private static final Histogram OPERATIONS = Histogram.builder()
            .name("predella_store_operation_duration_seconds")
            .unit(Unit.SECONDS)
            .help("Time that a store took for an operation; of a write, what it took of its own, without the source's.")
            .labelNames("store", "operation")
            .classicOnly()
            .classicUpperBounds(.001, .005, .025, .1, .5, 2.5, 10, 60, 600)
            .register(Figures.REGISTRY);

    private static final Counter FAILURES = Counter.builder()
            .name("predella_store_failures_total")
            .help("Operations that a store did not do, by the kind of its fault.")
            .labelNames("store", "operation", "kind")
            .register(Figures.REGISTRY);

    private static final Counter WRITTEN = Counter.builder()
            .name("predella_store_written_bytes_total")
            .unit(Unit.BYTES)
            .help("Bytes that were given to a store to write, whatever became of them.")
            .labelNames("store")
            .register(Figures.REGISTRY);

    private StoreFigures() {}

    static void begin() {
        // Stores and their operations appear when they are used.
    }

    /** A store is there; what it fails at shows from zero on. */
    public static void known(String store) {
        WRITTEN.initLabelValues(store);
        FAILURES.initLabelValues(store, "write", "unavailable");
        FAILURES.initLabelValues(store, "open", "unavailable");
    }

    /** An operation that was done. */
    public static void done(String store, String operation, long nanos) {
        OPERATIONS.labelValues(store, operation).observe(Unit.nanosToSeconds(nanos));
    }

    /**
     * An operation that was not done.
     *
     * @param kind the fault's, in lower case
     */
    public static void failed(String store, String operation, String kind, long nanos) {
        done(store, operation, nanos);
        FAILURES.labelValues(store, operation, kind).inc();
    }

    public static void written(String store, long bytes) {
        WRITTEN.labelValues(store).inc(bytes);
    }
}
