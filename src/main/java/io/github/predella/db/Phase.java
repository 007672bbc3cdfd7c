package io.github.predella.db;

import java.util.Locale;

/**
 * The three steps of bringing a database from one version to the next while nodes of both run, in their order. Each has
 * a folder of scripts and a table that remembers which of them were applied.
 */
public enum Phase {
    /** Adds what the newer version needs and the older does not mind. */
    EXPAND("predella_schema_history"),
    /** Moves data to where the newer version looks for it. */
    MIGRATE("predella_schema_migrate"),
    /** Removes what only the older version used; it must not run any more. */
    CONTRACT("predella_schema_contract");

    private final String history;

    Phase(String history) {
        this.history = history;
    }

    /** The table that remembers its scripts. */
    String history() {
        return history;
    }

    /** The name of its folder and of its command. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
