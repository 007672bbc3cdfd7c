package io.github.predella.jobs;

import io.github.predella.config.Seconds;
import io.github.predella.config.Setting;
import java.time.Duration;

/**
 * How nodes watch each other.
 *
 * @param nodePatience after so long a silence a process counts as dead; at least 6 seconds
 */
public record JobSettings(
        @Setting(
                key = "predella.node_patience",
                fallback = "30",
                says = "seconds of silence after which a process counts as dead and others clean up after it")
        Seconds nodePatience) {

    private static final int BEATS = 6;

    public JobSettings {
        if (nodePatience.value() < BEATS) {
            throw new IllegalArgumentException("node_patience is less than " + BEATS);
        }
    }

    /** The patience as a duration. */
    public Duration patience() {
        return Duration.ofSeconds(nodePatience.value());
    }

    /** How often a process gives a sign of life: often enough that one or two may be lost. */
    public Duration beatEvery() {
        return patience().dividedBy(BEATS);
    }
}
