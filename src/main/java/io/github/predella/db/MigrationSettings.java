package io.github.predella.db;

import io.github.predella.config.Setting;

/**
 * When tables change.
 *
 * @param onStart whether the service adds at its start what the tables lack; it refuses to start otherwise
 */
public record MigrationSettings(
        @Setting(
                key = "predella.migrate_on_start",
                fallback = "true",
                says = "whether the start adds what the tables lack (the phase expand); false: it fails then")
        boolean onStart) {}
