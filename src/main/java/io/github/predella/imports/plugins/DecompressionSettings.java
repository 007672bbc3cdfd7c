package io.github.predella.imports.plugins;

import io.github.predella.config.Setting;

/**
 * How far compressed data may unfold.
 *
 * @param ratio how many times its size at most, beyond what is always allowed; at least 1
 */
public record DecompressionSettings(
        @Setting(
                key = "predella.decompression_ratio",
                fallback = "1000",
                says = "how many times its size compressed data may unfold to; the first 256 MiB are always allowed")
        long ratio) {

    public DecompressionSettings {
        if (ratio < 1) {
            throw new IllegalArgumentException("decompression_ratio is less than 1");
        }
    }
}
