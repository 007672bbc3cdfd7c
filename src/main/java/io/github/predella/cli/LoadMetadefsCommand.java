package io.github.predella.cli;

import io.github.predella.metadefs.CatalogueLoader;
import io.github.predella.metadefs.CatalogueLoader.Loaded;
import io.github.predella.metadefs.LoadMode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Loads files of metadata definitions. */
@Command(
        name = "load_metadefs",
        description = "Load metadata definitions from a file, or from all *.json of a directory. A namespace that is"
                + " there is left alone, unless options say otherwise.")
final class LoadMetadefsCommand implements Callable<Integer> {

    private final CommandParts parts;
    private final PrintWriter out;

    @Mixin
    private DefinitionPath path;

    @Option(names = "--merge", description = "add to a namespace what it does not have yet")
    private boolean merge;

    @Option(names = "--prefer_new", description = "together with --merge: replace what it has, too")
    private boolean preferNew;

    @Option(names = "--overwrite", description = "together with --merge: delete it first")
    private boolean overwrite;

    LoadMetadefsCommand(CommandParts parts, PrintWriter out) {
        this.parts = parts;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        var mode = LoadMode.of(merge, preferNew, overwrite);
        Path from = path.in(parts);
        for (Loaded loaded : load(from, mode)) {
            out.println(
                    loaded.outcome() == null
                            ? "left out: " + loaded.file() + ": " + loaded.problem()
                            : loaded.outcome().name().toLowerCase(Locale.ROOT) + ": " + loaded.namespace());
        }
        return 0;
    }

    private List<Loaded> load(Path from, LoadMode mode) throws IOException {
        try (var catalogue = parts.catalogue()) {
            return new CatalogueLoader(catalogue.desk()).load(from, mode);
        }
    }
}
