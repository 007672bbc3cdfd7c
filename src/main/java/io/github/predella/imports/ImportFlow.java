package io.github.predella.imports;

import io.github.predella.data.ContentRule;
import io.github.predella.images.ImageContent;
import io.github.predella.images.ImageLocation;
import io.github.predella.images.ImportRecordService;
import io.github.predella.images.ImportRecordService.Arrival;
import io.github.predella.store.ConfiguredStore;
import io.github.predella.store.StoreFault;
import io.github.predella.store.StoreRegistry;
import io.github.predella.store.StoredObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The steps of an import: get hold of the data, let the plugins have it, judge it, bring it to one store after another. The image can be
 * downloaded once all stores have the data, or the first one, if one is enough.
 */
@ApplicationScoped
public class ImportFlow {

    private static final Logger LOG = Logger.getLogger(ImportFlow.class.getName());

    private ImportRecordService ledger;
    private ImportMethods methods;
    private PluginStage plugins;
    private ContentRule rule;
    private StoreRegistry stores;
    private StoreSending sending;

    /** For the container's proxy only. */
    protected ImportFlow() {}

    @Inject
    public ImportFlow(
            ImportRecordService ledger,
            ImportMethods methods,
            PluginStage plugins,
            ContentRule rule,
            StoreRegistry stores,
            StoreSending sending) {
        this.ledger = ledger;
        this.methods = methods;
        this.plugins = plugins;
        this.rule = rule;
        this.stores = stores;
        this.sending = sending;
    }

    /**
     * Does all of it. When it throws, the data may be in some of the stores; taking it away again is the caller's
     * business.
     */
    void run(ImportRun run) throws IOException {
        var source = methods.known(run.request().method()).fetch(run);
        boolean done = false;
        try {
            source = plugins.pass(run, source);
            bring(run, source, content(run, source));
            done = true;
        } finally {
            if (done) {
                source.done();
            } else {
                source.failed();
            }
        }
        ledger.release(run.imageId(), run.taskId());
    }

    /** What will be noted of the data. From here on its size is the one that counts. */
    private ImageContent content(ImportRun run, ImportSource source) {
        var image = ledger.described(run.imageId(), run.taskId(), source.description());
        return source.measured()
                .map(measured -> new ImageContent(
                        measured.inspection().size(),
                        rule.virtualSize(image, measured.inspection()),
                        measured.digests().checksum(),
                        measured.digests().algorithm(),
                        measured.digests().value()))
                .orElse(image.content());
    }

    private void bring(ImportRun run, ImportSource source, ImageContent content) throws IOException {
        boolean allMust = run.request().allMustSucceed();
        int arrived = 0;
        for (int i = 0; i < run.stores().size(); i++) {
            boolean last = i == run.stores().size() - 1;
            run.run().checkpoint();
            if (bringTo(run.stores().get(i), run, source, content, last)) {
                arrived++;
            }
        }
        if (arrived == 0 && !allMust) {
            throw ImportFaults.noStoreTookIt();
        }
    }

    /** @return whether the store has the data now */
    private boolean bringTo(String store, ImportRun run, ImportSource source, ImageContent content, boolean last)
            throws IOException {
        try {
            var target = stores.byId(store)
                    .filter(ConfiguredStore::writable)
                    .orElseThrow(() -> StoreFault.unavailable(store, "is not configured", null));
            var stored = sending.send(run, source, content, target, last);
            boolean activate = last || !run.request().allMustSucceed();
            var location = ImageLocation.in(target.id(), stored.location().address());
            register(run, target, stored, new Arrival(location, content, activate, source.description()));
            return true;
        } catch (StoreFault fault) {
            LOG.log(Level.WARNING, fault, () -> "the import into image " + run.imageId() + " fails in a store");
            ledger.failed(run.imageId(), run.taskId(), List.of(store));
            if (run.request().allMustSucceed()) {
                throw fault.toFault();
            }
            return false;
        }
    }

    private void register(ImportRun run, ConfiguredStore target, StoredObject stored, Arrival arrival) {
        boolean registered = false;
        try {
            ledger.arrived(run.imageId(), run.taskId(), arrival);
            registered = true;
        } finally {
            if (!registered) {
                target.store().delete(stored.location());
            }
        }
    }
}
