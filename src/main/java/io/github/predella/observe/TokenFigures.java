package io.github.predella.observe;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;

/** Figures of tokens. */
public final class TokenFigures {

    private static final Counter LOOKUPS = Counter.builder()
            .name("predella_token_lookups_total")
            .help("Looks at what a token of the built-in identity is worth: from memory (hit), or not (miss).")
            .labelNames("result")
            .register(Figures.REGISTRY);

    private static final CounterDataPoint HITS = LOOKUPS.labelValues("hit");
    private static final CounterDataPoint MISSES = LOOKUPS.labelValues("miss");

    private TokenFigures() {}

    static void begin() {
        // Both results are there as soon as this class is.
    }

    public static void looked(boolean remembered) {
        (remembered ? HITS : MISSES).inc();
    }
}
