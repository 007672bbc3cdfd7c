package io.github.predella.boot;

import io.github.predella.config.LogSettings;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sets how much this service logs; what the server logs is the server's. */
final class LogLevels {

    /** Held, since a level is lost with the last reference to its logger. */
    private static final Logger OURS = Logger.getLogger("io.github.predella");

    private LogLevels() {}

    /** Without debug, what the server's own logging properties say counts; so nothing is set until debug was on once. */
    static void apply(LogSettings settings) {
        if (settings.debug()) {
            OURS.setLevel(Level.FINE);
        } else if (Level.FINE.equals(OURS.getLevel())) {
            OURS.setLevel(Level.INFO);
        }
    }
}
