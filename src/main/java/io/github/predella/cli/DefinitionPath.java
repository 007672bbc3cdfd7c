package io.github.predella.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where files of metadata definitions lie. */
@Command
final class DefinitionPath {

    @Parameters(arity = "0..1", paramLabel = "PATH", description = "the same as --path")
    private Path place;

    @Option(
            names = "--path",
            paramLabel = "PATH",
            description = "where the files lie (the place that [DEFAULT] metadata_source_path names)")
    private Path path;

    /** The place that was named, or the one of the settings. */
    Path in(CommandParts parts) {
        Path named = path == null ? place : path;
        return named == null ? parts.definitionPath() : named;
    }
}
