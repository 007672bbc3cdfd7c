package io.github.predella.imports;

import io.github.predella.data.DataSettings;
import io.github.predella.data.DigestExecutor;
import io.github.predella.flow.DigestAlgorithm;
import io.github.predella.flow.Digests;
import io.github.predella.flow.Pipeline;
import io.github.predella.images.ImageContent;
import io.github.predella.store.ConfiguredStore;
import io.github.predella.store.FileAdopting;
import io.github.predella.store.ObjectName;
import io.github.predella.store.ObjectWriter;
import io.github.predella.store.StoredObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;

/** Brings the data of an import to one store. */
@ApplicationScoped
public class StoreSending {

    private DataSettings settings;
    private DigestExecutor digesters;
    private ImportPump pumps;

    /** For the container's proxy only. */
    protected StoreSending() {}

    @Inject
    public StoreSending(DataSettings settings, DigestExecutor digesters, ImportPump pumps) {
        this.settings = settings;
        this.digesters = digesters;
        this.pumps = pumps;
    }

    /**
     * Brings the data to the store.
     *
     * @param content what was measured of the data
     * @param shared whether a store shares the bytes of the source's file; one may, no two stores ever do
     * @throws io.github.predella.store.StoreFault what the store says
     * @throws io.github.predella.core.Fault UNAVAILABLE when the data is not what was measured
     */
    StoredObject send(
            ImportRun run, ImportSource source, ImageContent content, ConfiguredStore target, AtomicBoolean shared)
            throws IOException {
        if (target.store() instanceof FileAdopting adopting
                && source.file().isPresent()
                && shared.compareAndSet(false, true)) {
            var object =
                    adopting.share(new ObjectName(run.imageId()), source.file().get());
            if (object.isPresent()) {
                return object.get();
            }
            shared.set(false);
        }
        return copy(run, source, content, target);
    }

    private StoredObject copy(ImportRun run, ImportSource source, ImageContent content, ConfiguredStore target)
            throws IOException {
        String algorithm = content.hashAlgorithm() == null ? settings.hashAlgorithm() : content.hashAlgorithm();
        var name = new ObjectName(run.imageId());
        try (var data = source.open();
                var digests = Digests.on(digesters, new DigestAlgorithm(algorithm));
                ObjectWriter writer = target.store().create(name, size(content))) {
            pumps.of(run, mib -> ImportProgress.copied(mib, size(content), target.id())
                            .text())
                    .run(data, Pipeline.of(digests, writer));
            if (content.hashValue() != null
                    && !content.hashValue().equals(digests.values().value())) {
                throw ImportFaults.changedOnTheWay();
            }
            return writer.commit();
        }
    }

    private static OptionalLong size(ImageContent content) {
        return content.size() == null ? OptionalLong.empty() : OptionalLong.of(content.size());
    }
}
