package io.github.predella.observe;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.snapshots.Unit;
import java.time.Duration;
import java.time.Instant;

/** Figures of jobs. Of one that a single node of all does, each node counts its own runs. */
public final class JobFigures {

    private static final Counter RUNS = Counter.builder()
            .name("predella_job_runs_total")
            .help("Runs of a job on this node that ended, failed ones too.")
            .labelNames("name")
            .register(Figures.REGISTRY);

    private static final Counter FAILURES = Counter.builder()
            .name("predella_job_failures_total")
            .help("Runs of a job on this node that failed.")
            .labelNames("name")
            .register(Figures.REGISTRY);

    private static final Counter SECONDS = Counter.builder()
            .name("predella_job_duration_seconds_total")
            .unit(Unit.SECONDS)
            .help("Time that runs of a job took on this node.")
            .labelNames("name")
            .register(Figures.REGISTRY);

    private static final Gauge SUCCESS = Gauge.builder()
            .name("predella_job_last_success_timestamp_seconds")
            .unit(Unit.SECONDS)
            .help("When a run of a job last succeeded on this node; before the first one, when the job became known.")
            .labelNames("name")
            .register(Figures.REGISTRY);

    private static final Gauge INTERVAL = Gauge.builder()
            .name("predella_job_interval_seconds")
            .unit(Unit.SECONDS)
            .help("Time between the beginnings of two runs of a job.")
            .labelNames("name")
            .register(Figures.REGISTRY);

    private JobFigures() {}

    static void begin() {
        // Jobs appear when they are known.
    }

    public static void known(String job, Duration every, Instant now) {
        RUNS.initLabelValues(job);
        FAILURES.initLabelValues(job);
        SECONDS.initLabelValues(job);
        INTERVAL.labelValues(job).set((double) every.toSeconds());
        SUCCESS.labelValues(job).set((double) now.getEpochSecond());
    }

    public static void succeeded(String job, long nanos, Instant now) {
        ended(job, nanos);
        SUCCESS.labelValues(job).set((double) now.getEpochSecond());
    }

    public static void failed(String job, long nanos) {
        ended(job, nanos);
        FAILURES.labelValues(job).inc();
    }

    private static void ended(String job, long nanos) {
        RUNS.labelValues(job).inc();
        SECONDS.labelValues(job).inc(Unit.nanosToSeconds(nanos));
    }
}
