package io.github.predella.observe;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.Set;

/** Figures of requests. */
public final class HttpFigures {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private static final Counter REQUESTS = Counter.builder()
            .name("predella_http_requests_total")
            .help("Requests that were answered.")
            .labelNames("door", "route", "method", "status")
            .register(Figures.REGISTRY);

    private static final Histogram DURATION = Histogram.builder()
            .name("predella_http_request_duration_seconds")
            .unit(Unit.SECONDS)
            .help("Time from a request's arrival to the end of its answer.")
            .labelNames("door", "route", "method")
            .classicOnly()
            .classicUpperBounds(.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 60, 600)
            .register(Figures.REGISTRY);

    private static final Gauge AT_WORK = Gauge.builder()
            .name("predella_http_requests_in_progress")
            .help("Requests that are being answered.")
            .labelNames("door")
            .register(Figures.REGISTRY);

    private HttpFigures() {}

    static void begin() {
        for (Door door : Door.values()) {
            AT_WORK.initLabelValues(door.label());
        }
    }

    static void arrived(Door door) {
        AT_WORK.labelValues(door.label()).inc();
    }

    /** Every request that has arrived is answered once. */
    static void answered(Door door, String route, String method, int status, long nanos) {
        String bounded = METHODS.contains(method) ? method : "other";
        AT_WORK.labelValues(door.label()).dec();
        REQUESTS.labelValues(door.label(), route, bounded, Integer.toString(status))
                .inc();
        DURATION.labelValues(door.label(), route, bounded).observe(Unit.nanosToSeconds(nanos));
    }
}
