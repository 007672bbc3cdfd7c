package io.github.predella.boot;

import io.github.predella.config.PredellaSettings;
import io.github.predella.config.SettingsProblems;
import io.github.predella.core.Fault;
import io.github.predella.store.StoreFault;
import java.sql.SQLException;

/** What happens when the service cannot start. */
final class FailedStart {

    private static final int DEEPEST_CAUSE = 16;

    /** Another process has the embedded database open. */
    private static final String DERBY_BUSY = "XSDB6";

    private FailedStart() {}

    /**
     * Says why in one line on the console. A server that runs only this application, which its launch command tells by
     * a system property, ends then with the status 1: otherwise it would go on and answer everything with 404.
     */
    static void tell(Exception failure) {
        System.err.println("Predella cannot start: " + reason(failure));
        System.err.flush();
        if (Boolean.getBoolean(PredellaSettings.EXIT_ON_FAILURE)) {
            // An orderly end would wait for the deployment that is running on this very thread.
            Runtime.getRuntime().halt(1);
        }
    }

    /** The sentence that was written for the operator, if one of the causes has one, or else the innermost cause. */
    static String reason(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof SettingsProblems problems) {
                return String.join("; ", problems.problems());
            }
            if (cause instanceof SQLException sql && isBusy(sql)) {
                return "the embedded database is in use by another process, perhaps a running service: stop it first";
            }
            if (cause instanceof Fault
                    || cause instanceof StoreFault
                    || cause instanceof SQLException
                    || cause instanceof IllegalArgumentException) {
                return oneLine(cause.getMessage());
            }
            if (cause.getCause() == null) {
                break;
            }
            cause = cause.getCause();
        }
        return oneLine(cause.toString());
    }

    private static boolean isBusy(SQLException failure) {
        for (Throwable each : failure) {
            if (each instanceof SQLException sql && DERBY_BUSY.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static String oneLine(String text) {
        return text == null ? "" : text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
