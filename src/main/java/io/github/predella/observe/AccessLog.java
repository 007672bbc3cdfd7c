package io.github.predella.observe;

import io.github.predella.core.Jsons;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** One line for each request, at the level INFO of a logger of its own, unless that is switched off. */
public final class AccessLog {

    private static final String NAME = "io.github.predella.access";

    /** Held, since a level is lost with the last reference to its logger. */
    private static final Logger LOG = Logger.getLogger(NAME);

    private AccessLog() {}

    /** Switches the lines on or off. */
    public static void set(boolean on) {
        LOG.setLevel(on ? Level.INFO : Level.OFF);
    }

    /**
     * Tells about a request whose answer is over.
     *
     * @param bytes of the answer's body, negative when nobody knows
     */
    public static void tell(Passage passage, int status, long bytes) {
        if (!LOG.isLoggable(Level.INFO)) {
            return;
        }
        long millis = passage.nanos() / 1_000_000;
        var trace = passage.trace();
        var fields = Jsons.object()
                .add("method", passage.method())
                .add("route", passage.route())
                .add("status", status)
                .add("milliseconds", millis);
        if (bytes >= 0) {
            fields.add("bytes", bytes);
        }
        trace.host().ifPresent(host -> fields.add("host", host));
        var line = new LogRecord(
                Level.INFO,
                passage.method() + " " + passage.route() + " " + status + " " + (bytes < 0 ? "-" : bytes) + " bytes "
                        + millis + " ms user " + trace.user().orElse("-") + " project "
                        + trace.project().orElse("-"));
        line.setLoggerName(NAME);
        line.setParameters(new Object[] {fields.build()});
        trace.run(() -> LOG.log(line));
    }
}
