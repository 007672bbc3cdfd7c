package io.github.predella.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How much is removed at once. */
@Command
final class MostRows {

    @Option(
            names = "--max_rows",
            defaultValue = "100",
            paramLabel = "ROWS",
            description = "of each table at most, oldest first; -1: all (${DEFAULT-VALUE})")
    int most;
}
