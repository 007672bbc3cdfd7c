package io.github.predella.sessions;

import io.github.predella.config.Seconds;
import io.github.predella.config.Setting;
import java.time.Instant;

/**
 * How long people stay logged in.
 *
 * @param idle after how long without a request a session ends
 * @param longest after how long it ends in any case
 */
public record SessionSettings(
        @Setting(
                key = "predella.session_idle",
                fallback = "1800",
                says = "seconds without a request after which the dashboard wants a new login")
        Seconds idle,

        @Setting(
                key = "predella.session_time",
                fallback = "43200",
                says = "seconds after which the dashboard wants a new login in any case")
        Seconds longest) {

    public SessionSettings {
        if (idle.value() < 60 || longest.value() < idle.value()) {
            throw new IllegalArgumentException(
                    "[predella] session_idle must be at least 60, and session_time not less than it");
        }
    }

    /** Whether a session is still good at a moment. */
    boolean allows(StoredSession session, Instant now) {
        return session.seen().isAfter(unused(now)) && session.begun().isAfter(old(now));
    }

    /** Sessions used last before this one have ended. */
    Instant unused(Instant now) {
        return now.minus(idle.toDuration());
    }

    /** Sessions begun before this one have ended. */
    Instant old(Instant now) {
        return now.minus(longest.toDuration());
    }
}
