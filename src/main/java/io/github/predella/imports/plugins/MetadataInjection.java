package io.github.predella.imports.plugins;

import io.github.predella.imports.ImportPlugin;
import io.github.predella.imports.PluginRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Gives imported images the properties that the operator has configured. */
@ApplicationScoped
public class MetadataInjection implements ImportPlugin {

    /** What the service itself sets begins so, and nobody else sets it. */
    private static final String RESERVED = "os_glance";

    private InjectionSettings settings;
    private Map<String, String> properties;

    /** For the container's proxy only. */
    protected MetadataInjection() {}

    @Inject
    public MetadataInjection(InjectionSettings settings) {
        this.settings = settings;
        this.properties = new TreeMap<>(settings.properties());
        this.properties.keySet().removeIf(name -> name.startsWith(RESERVED));
    }

    @Override
    public String name() {
        return "inject_image_metadata";
    }

    @Override
    public void run(PluginRun run) {
        if (Collections.disjoint(run.roles(), settings.ignoredRoles())) {
            run.describe(details -> {
                var changed = details.edit();
                properties.forEach(changed::property);
                return changed.done();
            });
        }
    }
}
