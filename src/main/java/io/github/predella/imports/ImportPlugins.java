package io.github.predella.imports;

import io.github.predella.config.Settings;
import io.github.predella.tasks.Task;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** The plugins that take part in imports, in the order of their work. */
@ApplicationScoped
public class ImportPlugins {

    private static final Logger LOG = Logger.getLogger(ImportPlugins.class.getName());

    /** What the tasks pass through that callers start themselves (tasks-and-import, "Legacy import task"). */
    private static final List<String> OF_ORDERS = List.of("ovf_process", "introspect", "convert");

    private PluginDirectory directory;
    private List<ImportPlugin> configured = List.of();
    private List<ImportPlugin> ofOrders = List.of();

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
        var offered = new TreeSet<>(known.keySet());
        OF_ORDERS.forEach(offered::remove);
        var missing = names.stream().filter(name -> !offered.contains(name)).toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("[image_import_opts] image_import_plugins names " + missing
                    + ", and these are the plugins that there are: " + offered);
        }
        this.configured = names.stream().map(known::get).toList();
        this.ofOrders =
                OF_ORDERS.stream().map(known::get).filter(Objects::nonNull).toList();
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
        Stream.concat(configured.stream(), ofOrders.stream()).distinct().forEach(ImportPlugin::prepare);
        if (!configured.isEmpty()) {
            LOG.info(() -> "plugins of imports: "
                    + configured.stream().map(ImportPlugin::name).toList());
        }
    }

    /** Those through which the data of tasks of a type passes. */
    List<ImportPlugin> of(Task.Type type) {
        return type == Task.Type.IMPORT ? ofOrders : configured;
    }

    List<ImportPlugin> configured() {
        return configured;
    }

    @PreDestroy
    void close() {
        directory.close();
    }
}
