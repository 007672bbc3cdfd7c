package io.github.predella.observe;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Figures of the log. */
public final class LogFigures {

    private static final Counter LINES = Counter.builder()
            .name("predella_log_lines_total")
            .help("Lines that the whole process has logged at the levels WARNING and SEVERE.")
            .labelNames("level")
            .register(Figures.REGISTRY);

    private static final CounterDataPoint WARNINGS = LINES.labelValues("warning");
    private static final CounterDataPoint SEVERES = LINES.labelValues("severe");

    private static final Handler COUNTING = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.SEVERE.intValue()) {
                SEVERES.inc();
            } else if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
                WARNINGS.inc();
            }
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    private LogFigures() {}

    static void begin() {
        Logger.getLogger("").removeHandler(COUNTING);
        Logger.getLogger("").addHandler(COUNTING);
    }

    /** Stops counting; to be called before these classes go. */
    public static void end() {
        Logger.getLogger("").removeHandler(COUNTING);
    }
}
