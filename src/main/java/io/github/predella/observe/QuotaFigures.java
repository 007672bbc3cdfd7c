package io.github.predella.observe;

import io.prometheus.metrics.core.metrics.Counter;

/** Figures of quotas. */
public final class QuotaFigures {

    private static final Counter REFUSALS = Counter.builder()
            .name("predella_quota_refusals_total")
            .help("Requests that a quota has refused, by the limit's name.")
            .labelNames("limit")
            .register(Figures.REGISTRY);

    private QuotaFigures() {}

    static void begin() {
        for (String limit : new String[] {
            "image_count_total", "image_size_total", "image_count_uploading", "image_stage_total", "user_storage_quota"
        }) {
            REFUSALS.initLabelValues(limit);
        }
    }

    /**
     * A request was refused.
     *
     * @param limit the name of a setting, never anything of the caller's
     */
    public static void refused(String limit) {
        REFUSALS.labelValues(limit).inc();
    }
}
