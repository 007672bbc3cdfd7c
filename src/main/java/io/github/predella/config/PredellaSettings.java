package io.github.predella.config;

import java.nio.file.Path;

/**
 * What is our own and belongs to no feature.
 *
 * @param dataDir the directory below which everything is kept that the operator gives no other place; absolute
 */
public record PredellaSettings(
        @Setting(
                key = "predella.data_dir",
                fallback = "data",
                says = "directory for everything that has no other place; relative to the working directory")
        Path dataDir) {

    /** The group of all names that the reference does not know. */
    public static final String GROUP = "predella";

    public PredellaSettings {
        dataDir = dataDir.toAbsolutePath().normalize();
    }
}
