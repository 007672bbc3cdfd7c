package io.github.predella.imports;

import io.github.predella.config.Settings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.logging.Logger;

/** The plugins that take part in imports, in the order of their work. */
@ApplicationScoped
public class ImportPlugins {

    private static final Logger LOG = Logger.getLogger(ImportPlugins.class.getName());

    private PluginDirectory directory;
    private List<ImportPlugin> configured = List.of();

    /** For the container's proxy only. */
    protected ImportPlugins() {}

    /** @throws IllegalArgumentException with a sentence for the operator when one that is to run is not there */
    @Inject
    public ImportPlugins(PluginSettings settings, Settings files, @Any Instance<ImportPlugin> beans) {
        this(
                settings.plugins(),
                beans,
                PluginDirectory.open(
                        settings.directory() == null ? null : files.directory().resolve(settings.directory())));
    }

    ImportPlugins(List<String> names, Iterable<ImportPlugin> beans, PluginDirectory directory) {
        this.directory = directory;
        var known = known(beans, directory);
        var missing = names.stream().filter(name -> !known.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("[image_import_opts] image_import_plugins names " + missing
                    + ", and these are the plugins that there are: " + new TreeSet<>(known.keySet()));
        }
        this.configured = names.stream().map(known::get).toList();
    }

    private static Map<String, ImportPlugin> known(Iterable<ImportPlugin> beans, PluginDirectory directory) {
        var all = new ArrayList<ImportPlugin>();
        beans.forEach(all::add);
        all.addAll(directory.plugins());
        var known = new LinkedHashMap<String, ImportPlugin>();
        for (ImportPlugin plugin : all) {
            if (known.putIfAbsent(plugin.name(), plugin) != null) {
                throw new IllegalArgumentException("there are two import plugins with the name " + plugin.name());
            }
        }
        return known;
    }

    /**
     * Lets the plugins see whether they can work.
     *
     * @throws IllegalArgumentException with a sentence for the operator when one cannot
     */
    public void prepare() {
        configured.forEach(ImportPlugin::prepare);
        if (!configured.isEmpty()) {
            LOG.info(() -> "plugins of imports: "
                    + configured.stream().map(ImportPlugin::name).toList());
        }
    }

    List<ImportPlugin> configured() {
        return configured;
    }

    @PreDestroy
    void close() {
        directory.close();
    }
}
