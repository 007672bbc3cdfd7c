package io.github.predella.observe;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;

/** Figures of notifications to other services. */
public final class NoticeFigures {

    private static final Counter SENT = Counter.builder()
            .name("predella_notifications_sent_total")
            .help("Notifications that were sent, by each driver.")
            .register(Figures.REGISTRY);

    private static final Counter DROPPED = Counter.builder()
            .name("predella_notifications_dropped_total")
            .help(
                    "Notifications that nobody will get: too many waited (full), one was too large, could not be made, or sending failed.")
            .labelNames("reason")
            .register(Figures.REGISTRY);

    private static final Gauge WAITING = Gauge.builder()
            .name("predella_notifications_waiting")
            .help("Notifications that are not sent yet.")
            .register(Figures.REGISTRY);

    private NoticeFigures() {}

    static void begin() {
        for (String reason : new String[] {"full", "large", "failed", "unmade"}) {
            DROPPED.initLabelValues(reason);
        }
    }

    public static void sent() {
        SENT.inc();
    }

    /** Nobody will get a notification, for a reason in one word. */
    public static void dropped(String reason) {
        DROPPED.labelValues(reason).inc();
    }

    public static void waiting(int notifications) {
        WAITING.set(notifications);
    }
}
