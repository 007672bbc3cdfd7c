package io.github.predella.imports;

import io.github.predella.config.Setting;

/**
 * How imports bring data to their stores.
 *
 * @param atOnce to how many stores at the same time, 1 to 32
 */
public record DeliverySettings(
        @Setting(
                key = "image_import_opts.max_parallel_stores",
                fallback = "1",
                says = "to how many stores at the same time an import brings its data, at most 32; copy-image always"
                        + " takes one after the other")
        int atOnce) {

    static final int MOST = 32;

    public DeliverySettings {
        if (atOnce < 1 || atOnce > MOST) {
            throw new IllegalArgumentException("max_parallel_stores must be 1 to " + MOST);
        }
    }
}
