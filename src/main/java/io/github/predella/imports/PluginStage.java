package io.github.predella.imports;

import io.github.predella.data.StagingWorkshop;
import io.github.predella.images.ImportRecordService;
import io.github.predella.store.StoreFault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;

/** Lets the data of imports pass through the plugins. */
@ApplicationScoped
public class PluginStage {

    private ImportPlugins plugins;
    private PluginWork.Tools tools;

    /** For the container's proxy only. */
    protected PluginStage() {}

    @Inject
    public PluginStage(ImportPlugins plugins, ImportRecordService ledger, StagingWorkshop workshop, ImportPump pumps) {
        this.plugins = plugins;
        this.tools = new PluginWork.Tools(ledger, workshop, pumps);
    }

    /** Whether plugins take part in imports at all. */
    boolean isUsed() {
        return !plugins.configured().isEmpty();
    }

    /**
     * The data as the plugins leave it. Data that is not in a file of its own, because it comes from a store, passes by
     * them. When it throws, nothing of their work is left.
     *
     * @throws io.github.predella.core.Fault what a plugin says
     */
    ImportSource pass(ImportRun run, ImportSource source) throws IOException {
        var taking = plugins.of(run.run().task().type());
        if (taking.isEmpty() || source.file().isEmpty()) {
            return source;
        }
        var work = new PluginWork(run, source.file().get(), source.description(), tools);
        boolean done = false;
        try {
            for (ImportPlugin plugin : taking) {
                work.pass(plugin);
            }
            work.measure();
            done = true;
            return new FormedSource(source, work);
        } catch (StoreFault fault) {
            throw fault.toFault();
        } catch (LinkageError incomplete) {
            throw new IllegalStateException("a plugin lacks a part of itself", incomplete);
        } finally {
            if (!done) {
                work.takeBack();
            }
        }
    }
}
