package io.github.predella.metadefs;

import io.github.predella.core.Fault;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Loads files of definitions into the catalogue. A file that cannot be used is told in the log and left out; the others
 * are loaded, each as a whole.
 */
public final class CatalogueLoader {

    private static final Logger LOG = System.getLogger(CatalogueLoader.class.getName());

    private final DefinitionDesk desk;

    public CatalogueLoader(DefinitionDesk desk) {
        this.desk = desk;
    }

    /**
     * What has come of one file.
     *
     * @param namespace name of the namespace, null when the file could not be used
     * @param outcome null when the file could not be used
     * @param problem a sentence, null when there was none
     */
    public record Loaded(Path file, String namespace, DefinitionDesk.Outcome outcome, String problem) {}

    /**
     * Loads one file, or all of a directory whose names end with {@code .json}, by name.
     *
     * @throws Fault NOT_FOUND when there is nothing at that path
     * @throws IOException when the directory cannot be read
     */
    public List<Loaded> load(Path path, LoadMode mode) throws IOException {
        var loaded = new ArrayList<Loaded>();
        for (Path file : files(path)) {
            loaded.add(loadOne(file, mode));
        }
        return loaded;
    }

    private static List<Path> files(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        if (!Files.isDirectory(path)) {
            throw MetadefFaults.noSuchPlace(path.toString());
        }
        try (var all = Files.list(path)) {
            return all.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private Loaded loadOne(Path file, LoadMode mode) {
        try (var content = Files.newInputStream(file)) {
            var definition = DefinitionFile.read(content);
            return new Loaded(file, definition.namespace().name(), desk.load(definition, mode), null);
        } catch (IOException unreadable) {
            return leftOut(file, "it cannot be read");
        } catch (Fault refused) {
            return leftOut(file, refused.getMessage());
        }
    }

    private static Loaded leftOut(Path file, String problem) {
        LOG.log(Level.WARNING, "The file {0} with metadata definitions is left out: {1}", file, problem);
        return new Loaded(file, null, null, problem);
    }
}
