package io.github.predella.boot;

import io.github.predella.config.LogSettings;
import io.github.predella.observe.AccessLog;
import io.github.predella.observe.AuditFile;
import io.github.predella.observe.LogForm;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sets how much this service logs, in which form, and where the audit goes; all else about logs is the server's. */
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
        AccessLog.set(settings.access());
        AuditFile.open(settings.audit());
        if (settings.isJson()) {
            LogForm.json();
        } else {
            LogForm.text();
        }
    }

    /** Leaves the server's log as it was. */
    static void restore() {
        LogForm.restore();
        AuditFile.open(null);
    }
}
