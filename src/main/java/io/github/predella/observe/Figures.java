package io.github.predella.observe;

import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.function.Supplier;

/**
 * All figures of this process. They are static as loggers are: written from everywhere, read at one door only, and no
 * rule depends on them. Safe for use by many threads; writing takes no lock.
 */
public final class Figures {

    /** What the figures of this room are registered with. */
    static final PrometheusRegistry REGISTRY = new PrometheusRegistry();

    private static final ExpositionFormats FORMATS = ExpositionFormats.init();

    private static final Info INFO = Info.builder()
            .name("predella_info")
            .help("The version of the service.")
            .labelNames("version")
            .register(REGISTRY);

    private static final Gauge READY = Gauge.builder()
            .name("predella_ready")
            .help("Whether every part of the service has started and it does not stop: 1, else 0.")
            .register(REGISTRY);

    private Figures() {}

    /**
     * Makes every figure known, also those that nobody has written to, so that each is there from the first reading on.
     *
     * @param version of this service
     */
    public static void begin(String version) {
        INFO.setLabelValues(version);
        JvmMetrics.builder().register(REGISTRY);
        HttpFigures.begin();
        TransferFigures.begin();
        StoreFigures.begin();
        TaskFigures.begin();
        JobFigures.begin();
        QuotaFigures.begin();
        TokenFigures.begin();
        LogFigures.begin();
        CacheFigures.begin();
        NoticeFigures.begin();
    }

    /** Every part has started, or the service stops. */
    public static void ready(boolean ready) {
        READY.set(ready ? 1 : 0);
    }

    /** Whether every part has started and the service does not stop. */
    public static boolean isReady() {
        return READY.get() > 0;
    }

    /**
     * Takes up a gauge whose values are found out at the moment of reading. That must not take long.
     *
     * @param name with the prefix of this service and its unit at the end
     * @param label by which the values are told apart
     * @param values by what the label says; what they throw spoils the reading
     */
    public static void read(String name, String help, String label, Supplier<Map<String, Double>> values) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames(label)
                .callback(gauge -> values.get().forEach((text, value) -> gauge.call(value, text)))
                .register(REGISTRY);
    }

    /**
     * Writes all figures in one of the forms that Prometheus reads.
     *
     * @param accept the reader's header, null when there is none
     */
    public static void write(String accept, OutputStream out) throws IOException {
        FORMATS.findWriter(accept).write(out, REGISTRY.scrape());
    }

    /** The media type of what {@link #write} writes. */
    public static String mediaType(String accept) {
        return FORMATS.findWriter(accept).getContentType();
    }
}
