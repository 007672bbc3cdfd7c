package io.github.predella.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Empties the catalogue of metadata definitions. */
@Command(name = "unload_metadefs", description = "Remove all metadata definitions.")
final class UnloadMetadefsCommand implements Callable<Integer> {

    private final CommandParts parts;
    private final PrintWriter out;

    UnloadMetadefsCommand(CommandParts parts, PrintWriter out) {
        this.parts = parts;
        this.out = out;
    }

    @Override
    public Integer call() {
        try (var catalogue = parts.catalogue()) {
            catalogue.desk().unload();
        }
        out.println("All metadata definitions are removed.");
        return 0;
    }
}
