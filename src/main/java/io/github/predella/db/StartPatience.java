package io.github.predella.db;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * How long a start waits for a database that is not there yet.
 *
 * @param retries how often it is tried again; negative: for ever
 * @param interval how long it waits between two tries
 */
public record StartPatience(int retries, Duration interval) {

    /** The class of SQL states for connections that do not come about. */
    private static final String NO_CONNECTION = "08";

    /** What PostgreSQL says while it starts. */
    private static final String STARTING = "57P03";

    public static StartPatience of(DatabaseSettings settings) {
        return new StartPatience(settings.maxRetries(), settings.retryInterval().toDuration());
    }

    /**
     * Whether to try again.
     *
     * @param before how many times it was tried again before
     * @param failure of the last try: wrong credentials and missing databases do not get better
     */
    public boolean allows(int before, SQLException failure) {
        String state = failure.getSQLState();
        boolean away = state != null && (state.startsWith(NO_CONNECTION) || state.equals(STARTING));
        return away && (retries < 0 || before < retries);
    }

    /** Waits for the interval. */
    public void pause() {
        LockSupport.parkNanos(interval.toNanos());
    }
}
