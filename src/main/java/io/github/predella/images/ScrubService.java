package io.github.predella.images;

import io.github.predella.core.SafeToRepeat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/**
 * The record's part of removing kept data: it begins, and it is finished. Each method is one short transaction; the data
 * goes in between. Beginning and restoring hold the record, so of the two whoever comes first is the only one.
 */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class ScrubService {

    private ImageRepository images;
    private ImageBin bin;
    private DataLedger data;
    private DeletionSettings settings;
    private Clock clock;

    /** For the container's proxy only. */
    protected ScrubService() {}

    @Inject
    public ScrubService(ImageRepository images, ImageBin bin, DataLedger data, DeletionSettings settings, Clock clock) {
        this.images = images;
        this.bin = bin;
        this.data = data;
        this.settings = settings;
        this.clock = clock;
    }

    /** Ids of images that were deleted long enough ago, behind the given one, in their order. */
    public List<String> due(String afterId, int limit) {
        return bin.due(clock.instant().minus(settings.keep().toDuration()), afterId, limit);
    }

    /** Notes that the removal of an image's data begins; false when it was restored or ended meanwhile. */
    public boolean begin(String id) {
        images.hold(id);
        return bin.begin(id);
    }

    /** Ends an image if all its data is gone; it is due again otherwise. */
    public void finish(String id) {
        images.hold(id);
        if (data.toRemove(id).isEmpty()) {
            bin.finish(id, clock.instant());
        }
    }

    /** Drops notes about images that others have taken out of the bin or ended. */
    public void forgetOthers() {
        bin.forgetOthers();
    }
}
