package io.github.predella.metadefs;

import io.github.predella.core.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes the catalogue into files that {@link CatalogueLoader} reads, one for each namespace. */
public final class CatalogueExporter {

    private static final Pattern NOT_IN_FILE_NAMES = Pattern.compile("[^\\p{L}\\p{N}_]");

    private final DefinitionDesk desk;

    public CatalogueExporter(DefinitionDesk desk) {
        this.desk = desk;
    }

    /**
     * Writes all namespaces into a directory, which is made when it is missing. A file is named by the letters and
     * digits of the display name, or of the name where that one is missing or taken; a file of that name is replaced.
     *
     * @return the files in the order of the namespaces
     * @throws Fault UNAVAILABLE when they cannot be written
     */
    public List<Path> export(Path directory) {
        var files = new ArrayList<Path>();
        Set<String> taken = new HashSet<>();
        try {
            Files.createDirectories(directory);
            for (String name : desk.names()) {
                var definition = desk.find(name);
                if (definition.isPresent()) {
                    var file = directory.resolve(fileName(definition.get().namespace(), taken));
                    write(file, definition.get());
                    files.add(file);
                }
            }
        } catch (IOException failure) {
            throw MetadefFaults.cannotWrite(directory.toString());
        }
        return files;
    }

    /** The name of the file of a namespace that is alone in its directory. */
    public static String fileName(Namespace namespace) {
        return fileName(namespace, new HashSet<>());
    }

    private static String fileName(Namespace namespace, Set<String> taken) {
        String shown = namespace.displayName() == null ? "" : plain(namespace.displayName());
        String name = shown.isEmpty() || taken.contains(folded(shown)) ? plain(namespace.name()) : shown;
        String free = name;
        for (int i = 2; !taken.add(folded(free)); i++) {
            free = name + "_" + i;
        }
        return free + ".json";
    }

    private static String plain(String text) {
        return NOT_IN_FILE_NAMES.matcher(text).replaceAll("");
    }

    /** Some file systems do not tell capital letters from small ones. */
    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static void write(Path file, Definition definition) throws IOException {
        try (var text = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            DefinitionFile.write(definition, text);
        }
    }
}
