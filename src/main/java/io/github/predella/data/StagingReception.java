package io.github.predella.data;

import io.github.predella.core.Fault;
import io.github.predella.flow.ByteStage;
import io.github.predella.flow.DigestAlgorithm;
import io.github.predella.flow.Digests;
import io.github.predella.flow.Pipeline;
import io.github.predella.flow.Pump;
import io.github.predella.flow.SizeLimit;
import io.github.predella.format.FormatWatch;
import io.github.predella.store.ObjectWriter;
import io.github.predella.store.StoreFault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** Puts a stream into the staging area and finds out on the way what it is. Notes nothing: that is the caller's. */
@ApplicationScoped
public class StagingReception {

    private StagingArea area;
    private DataSettings settings;
    private DigestExecutor digesters;

    /** For the container's proxy only. */
    protected StagingReception() {}

    @Inject
    public StagingReception(StagingArea area, DataSettings settings, DigestExecutor digesters) {
        this.area = area;
        this.settings = settings;
        this.digesters = digesters;
    }

    /**
     * Receives everything that the stream has. Until it returns, nothing of it can be seen, and when it throws, nothing
     * of it stays.
     *
     * @param announced how many bytes there will be, empty when nobody knows; another number is refused
     * @param limit sees the bytes first and refuses what is more than there may be
     * @param pump moves the bytes and looks around meanwhile
     * @throws Fault TOO_LARGE past the largest size of an image
     * @throws StoreFault when the area does not take it
     */
    public Staged receive(String imageId, OptionalLong announced, ByteStage limit, InputStream body, Pump pump)
            throws IOException {
        // Whatever has the image's name here is left from a former life: the image has just been waiting for data.
        area.discard(imageId);
        try (var digests = Digests.on(digesters, new DigestAlgorithm(settings.hashAlgorithm()));
                var watch = new FormatWatch();
                ObjectWriter writer = area.create(imageId, announced)) {
            var stages = Pipeline.of(
                    new SizeLimit(settings.sizeCap(), () -> DataFaults.overSizeCap(settings.sizeCap())),
                    limit,
                    digests,
                    watch,
                    writer);
            long size = pump.run(body, stages);
            writer.commit();
            return Staged.complete(
                    imageId,
                    area.id(),
                    size,
                    digests.values(),
                    watch.inspection().findings());
        }
    }
}
