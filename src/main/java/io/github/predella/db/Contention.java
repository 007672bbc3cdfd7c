package io.github.predella.db;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;

/** Tells a call that lost against another transaction from one that would fail again and again. */
final class Contention {

    /** The class of SQL states for transactions that were rolled back: deadlocks, lost races, waits that took too long. */
    private static final String ROLLED_BACK = "40";

    /** The class of SQL states for constraints: somebody else was faster in storing what has to be unique. */
    private static final String CONSTRAINT = "23";

    private static final int DEEPEST = 30;

    private Contention() {}

    /** Whether another try may succeed where this failure came about. */
    static boolean caused(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            // Whatever made the commit fail, nothing of it is stored.
            if (cause instanceof RollbackException || (cause instanceof SQLException sql && lost(sql.getSQLState()))) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean lost(String state) {
        return state != null && (state.startsWith(ROLLED_BACK) || state.startsWith(CONSTRAINT));
    }
}
