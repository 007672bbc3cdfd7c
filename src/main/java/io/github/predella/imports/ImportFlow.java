package io.github.predella.imports;

import io.github.predella.data.ContentRule;
import io.github.predella.images.ImageContent;
import io.github.predella.images.ImportRecordService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;

/**
 * The steps of an import: get hold of the data, let the plugins have it, judge it and its signature, bring it to the stores. The image
 * can be downloaded once all stores have the data, or the first one, if one is enough.
 */
@ApplicationScoped
public class ImportFlow {

    private ImportRecordService ledger;
    private ImportMethods methods;
    private PluginStage plugins;
    private ContentRule rule;
    private ImportSignatures signatures;
    private StoreDeliveries deliveries;

    /** For the container's proxy only. */
    protected ImportFlow() {}

    @Inject
    public ImportFlow(
            ImportRecordService ledger,
            ImportMethods methods,
            PluginStage plugins,
            ContentRule rule,
            ImportSignatures signatures,
            StoreDeliveries deliveries) {
        this.ledger = ledger;
        this.methods = methods;
        this.plugins = plugins;
        this.rule = rule;
        this.signatures = signatures;
        this.deliveries = deliveries;
    }

    /**
     * Does all of it. When it throws, the data may be in some of the stores; taking it away again is the caller's
     * business.
     *
     * @return why stores have not got the data that could be done without, by their ids
     */
    Map<String, String> run(ImportRun run) throws IOException {
        var source = methods.known(run.request().method()).fetch(run);
        var missed = Map.<String, String>of();
        boolean done = false;
        try {
            source = plugins.pass(run, source);
            missed = deliveries.deliver(run, source, content(run, source));
            done = true;
        } finally {
            if (done) {
                source.done();
            } else {
                source.failed();
            }
        }
        ledger.release(run.imageId(), run.taskId());
        return missed;
    }

    /** What will be noted of the data. From here on its size is the one that counts. */
    private ImageContent content(ImportRun run, ImportSource source) throws IOException {
        var image = ledger.described(run.imageId(), run.taskId(), source.description());
        var content = source.measured()
                .map(measured -> new ImageContent(
                        measured.inspection().size(),
                        rule.virtualSize(image, measured.inspection()),
                        measured.digests().checksum(),
                        measured.digests().algorithm(),
                        measured.digests().value()))
                .orElse(image.content());
        signatures.require(run, image, source);
        return content;
    }
}
