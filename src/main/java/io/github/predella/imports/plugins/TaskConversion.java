package io.github.predella.imports.plugins;

import io.github.predella.imports.ImportPlugin;
import io.github.predella.imports.PluginRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;

/** Converts the disks of tasks that callers start themselves, if the operator wants it. */
@ApplicationScoped
public class TaskConversion implements ImportPlugin {

    private Conversion conversion;

    /** For the container's proxy only. */
    protected TaskConversion() {}

    @Inject
    public TaskConversion(TaskConversionSettings wanted, ConversionSettings limits) {
        this.conversion = wanted.target() == null ? null : new Conversion(limits.to(wanted.target()));
    }

    @Override
    public String name() {
        return "convert";
    }

    @Override
    public void prepare() {
        if (conversion != null) {
            conversion.prepare();
        }
    }

    @Override
    public void run(PluginRun run) throws IOException {
        if (conversion != null) {
            conversion.run(run);
        }
    }
}
