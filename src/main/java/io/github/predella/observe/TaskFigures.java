package io.github.predella.observe;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.snapshots.Unit;

/** Figures of tasks that run here. */
public final class TaskFigures {

    private static final Counter ENDED = Counter.builder()
            .name("predella_tasks_ended_total")
            .help("Tasks that ended on this node.")
            .labelNames("type", "end")
            .register(Figures.REGISTRY);

    private static final Gauge RUNNING = Gauge.builder()
            .name("predella_tasks_running")
            .help("Tasks at work on this node.")
            .register(Figures.REGISTRY);

    private static final Gauge PENDING = Gauge.builder()
            .name("predella_tasks_pending")
            .help("Tasks that waited for a node like this one when it last looked, at most as many as one look takes.")
            .register(Figures.REGISTRY);

    private static final Histogram DURATION = Histogram.builder()
            .name("predella_task_duration_seconds")
            .unit(Unit.SECONDS)
            .help("Time that a task was at work.")
            .labelNames("type")
            .classicOnly()
            .classicUpperBounds(.1, 1, 10, 60, 300, 1800, 7200, 43200)
            .register(Figures.REGISTRY);

    private TaskFigures() {}

    static void begin() {
        for (String end : new String[] {"success", "failure"}) {
            for (String type : new String[] {"import", "api_image_import", "location_import"}) {
                ENDED.initLabelValues(type, end);
            }
        }
    }

    public static void begun() {
        RUNNING.inc();
    }

    /**
     * A task that had begun has ended.
     *
     * @param type its wire name
     */
    public static void ended(String type, boolean success, long nanos) {
        RUNNING.dec();
        ENDED.labelValues(type, success ? "success" : "failure").inc();
        DURATION.labelValues(type).observe(Unit.nanosToSeconds(nanos));
    }

    public static void pending(int tasks) {
        PENDING.set(tasks);
    }
}
