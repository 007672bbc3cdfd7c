package io.github.predella.config;

import java.nio.file.Path;

/**
 * What is our own and belongs to no feature.
 *
 * @param dataDir the directory below which everything is kept that the operator gives no other place; absolute
 * @param exitOnFailure whether a start that fails ends the whole process
 */
public record PredellaSettings(
        @Setting(
                key = "predella.data_dir",
                fallback = "data",
                says = "directory for everything that has no other place; relative to the working directory")
        Path dataDir,

        @Setting(
                key = PredellaSettings.EXIT_ON_FAILURE,
                fallback = "false",
                says = "whether a failed start ends the process; for servers that run nothing else")
        boolean exitOnFailure) {

    /** The group of all names that the reference does not know. */
    public static final String GROUP = "predella";

    /** The key that must be readable even when nothing else is. */
    public static final String EXIT_ON_FAILURE = "predella.exit_on_failure";

    public PredellaSettings {
        dataDir = dataDir.toAbsolutePath().normalize();
    }
}
