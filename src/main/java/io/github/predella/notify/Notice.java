package io.github.predella.notify;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Locale;

/**
 * Something has happened that others may want to know.
 *
 * @param eventType what, as {@code image.create}
 * @param priority how bad it is
 * @param payload what it has happened to: an object, or a text where the reference has one
 * @param at when
 */
public record Notice(String eventType, Priority priority, JsonValue payload, Instant at) {

    /** How bad a notice is. */
    public enum Priority {
        INFO,
        ERROR;

        /** The name at the end of queues' names. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
