package io.github.predella.config;

/**
 * How much is logged. It stands here because it belongs to no feature.
 *
 * @param debug whether the service tells its steps as well
 */
public record LogSettings(
        @Setting(
                key = "DEFAULT.debug",
                fallback = "false",
                says = "whether the log tells single steps of the service as well")
        boolean debug) {}
