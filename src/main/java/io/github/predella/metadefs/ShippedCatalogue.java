package io.github.predella.metadefs;

import io.github.predella.core.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The definitions that come with this service, and their way into the catalogue of a new deployment. */
@ApplicationScoped
public class ShippedCatalogue {

    private static final String FOLDER = "catalogue/";

    private DefinitionService definitions;
    private MetadefSettings settings;

    /** For the container's proxy only. */
    protected ShippedCatalogue() {}

    @Inject
    public ShippedCatalogue(DefinitionService definitions, MetadefSettings settings) {
        this.definitions = definitions;
        this.settings = settings;
    }

    /**
     * Fills the catalogue if this is the first start of a deployment that has none; run at every start.
     *
     * @return how many namespaces were made
     */
    public int fill() {
        return settings.ships() ? definitions.loadFirst(all()) : 0;
    }

    /** All of them. */
    static List<Definition> all() {
        var all = new ArrayList<Definition>();
        try {
            for (String file : files()) {
                try (var content = open(file)) {
                    all.add(DefinitionFile.read(content));
                } catch (Fault wrong) {
                    throw new IllegalStateException("the shipped file " + file + " is wrong", wrong);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return all;
    }

    private static List<String> files() throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(open("files.txt"), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank()).toList();
        }
    }

    private static InputStream open(String file) throws IOException {
        var content = ShippedCatalogue.class.getResourceAsStream(FOLDER + file);
        if (content == null) {
            throw new IOException("there is no " + file);
        }
        return content;
    }
}
