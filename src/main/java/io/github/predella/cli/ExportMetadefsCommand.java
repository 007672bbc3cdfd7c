package io.github.predella.cli;

import io.github.predella.metadefs.CatalogueExporter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes the metadata definitions into files. */
@Command(
        name = "export_metadefs",
        description = "Write all metadata definitions into a directory, one file for each namespace, as load_metadefs"
                + " reads them.")
final class ExportMetadefsCommand implements Callable<Integer> {

    private final CommandParts parts;
    private final PrintWriter out;

    @Mixin
    private DefinitionPath path;

    ExportMetadefsCommand(CommandParts parts, PrintWriter out) {
        this.parts = parts;
        this.out = out;
    }

    @Override
    public Integer call() {
        Path to = path.in(parts);
        try (var catalogue = parts.catalogue()) {
            new CatalogueExporter(catalogue.desk()).export(to).forEach(file -> out.println("written: " + file));
        }
        return 0;
    }
}
