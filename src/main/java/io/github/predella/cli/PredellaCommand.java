package io.github.predella.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command itself, which only explains. */
@Command(
        name = "predella",
        description = "Looks after an image service.",
        footer = {
            "",
            "Of the script predella, which starts the service and its commands:",
            "  serve     start the service; predella serve --help tells its options",
            "  reload    let a running service read its configuration again",
            "",
            "Status: 0 done, 1 not possible, 2 not understood; db check: 3, 4, 5 a phase is due."
        })
final class PredellaCommand extends CommandGroup {

    @Option(names = "--version", versionHelp = true, description = "tell which build this is")
    boolean version;
}
