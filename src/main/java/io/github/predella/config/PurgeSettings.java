package io.github.predella.config;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long the database remembers what is deleted. It stands here because several rooms keep such rows.
 *
 * @param days age in days, at least 0; 0 for ever
 */
public record PurgeSettings(
        @Setting(
                key = "predella.purge_after_days",
                fallback = "0",
                says =
                        "days after which the rows of deleted tasks, properties, tags, members and locations, and expired"
                                + " application credentials, are removed from the database; 0: never; the ids of images are kept in"
                                + " any case")
        int days) {

    public PurgeSettings {
        if (days < 0) {
            throw new IllegalArgumentException("purge_after_days is less than 0");
        }
    }

    /** What was deleted before this moment is to be removed; empty when nothing is. */
    public Optional<Instant> before(Instant now) {
        return days == 0 ? Optional.empty() : Optional.of(now.minus(Duration.ofDays(days)));
    }
}
