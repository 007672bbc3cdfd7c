package io.github.predella.imports.plugins;

import io.github.predella.config.Settings;
import io.github.predella.core.Jsons;
import io.github.predella.imports.ImportPlugin;
import io.github.predella.imports.PluginRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes the one disk of an OVA package the image, and what its descriptor says about processors properties of it, as far
 * as the operator lists that in {@code ovf-metadata.json} (tasks-and-import, "Legacy import task").
 */
@ApplicationScoped
public class OvaUnpacking implements ImportPlugin {

    private static final String LIST = "ovf-metadata.json";
    private static final String LISTED = "cim_pasd";
    private static final String PACKAGE = "ova";
    private static final String BARE = "bare";

    private Path list;
    private volatile Set<String> wanted = Set.of();

    /** For the container's proxy only. */
    protected OvaUnpacking() {}

    @Inject
    public OvaUnpacking(Settings files) {
        this(files.directory().resolve(LIST));
    }

    /** @param list file that lists the wanted properties; nothing is wanted where it is not there */
    OvaUnpacking(Path list) {
        this.list = list;
    }

    @Override
    public String name() {
        return "ovf_process";
    }

    @Override
    public void prepare() {
        if (Files.notExists(list)) {
            return;
        }
        try (var reader = Jsons.reader(Files.newBufferedReader(list))) {
            var names = reader.readObject().getOrDefault(LISTED, JsonArray.EMPTY_JSON_ARRAY);
            wanted = names.asJsonArray().getValuesAs(JsonString::getString).stream()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException | JsonException | ClassCastException unusable) {
            throw new IllegalArgumentException(
                    list + " is not readable as a JSON object with a list of texts named " + LISTED, unusable);
        }
    }

    @Override
    public void run(PluginRun run) throws IOException {
        if (!PACKAGE.equals(run.image().details().containerFormat())) {
            return;
        }
        var descriptor = unpack(run);
        run.describe(details -> {
            var changed = details.edit().containerFormat(BARE);
            descriptor.properties().forEach(changed::property);
            return changed.done();
        });
    }

    private OvfDescriptor unpack(PluginRun run) throws IOException {
        try (var all = OvaPackage.open(run.file())) {
            var descriptor = all.descriptor(wanted);
            run.replace(all.data(descriptor.disk()));
            return descriptor;
        }
    }
}
