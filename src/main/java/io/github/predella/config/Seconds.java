package io.github.predella.config;

import java.time.Duration;

/**
 * A span of time as it is written in the configuration: whole seconds.
 *
 * @param value at least 0
 */
public record Seconds(long value) {

    public Seconds {
        if (value < 0) {
            throw new IllegalArgumentException("must not be negative");
        }
    }

    /**
     * Reads a whole number of seconds.
     *
     * @throws IllegalArgumentException when it is not one
     */
    public static Seconds parse(String text) {
        return new Seconds(TextForms.wholeNumber(text));
    }

    public Duration toDuration() {
        return Duration.ofSeconds(value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
