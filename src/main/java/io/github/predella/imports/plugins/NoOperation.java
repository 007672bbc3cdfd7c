package io.github.predella.imports.plugins;

import io.github.predella.imports.ImportPlugin;
import io.github.predella.imports.PluginRun;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.logging.Logger;

/** Does nothing, and says so in the log. */
@ApplicationScoped
public class NoOperation implements ImportPlugin {

    private static final Logger LOG = Logger.getLogger(NoOperation.class.getName());

    @Override
    public String name() {
        return "no_op";
    }

    @Override
    public void run(PluginRun run) {
        LOG.fine(() -> "image " + run.image().id() + " passes by");
    }
}
