package io.github.predella.images;

import io.github.predella.core.SafeToRepeat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The notes about data that has to leave its store, one short transaction at a time. */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class RemovalService {

    private static final Duration FORGOTTEN = Duration.ofMinutes(5);

    private DataLedger data;
    private Clock clock;

    /** For the container's proxy only. */
    protected RemovalService() {}

    @Inject
    public RemovalService(DataLedger data, Clock clock) {
        this.data = data;
        this.clock = clock;
    }

    /** What is left of one image. */
    public List<ImageLocation> of(String imageId) {
        return data.toRemove(imageId);
    }

    /** Some of what is left of any image, behind the given row. */
    public List<ImageLocation> some(long afterRow, int limit) {
        return data.toRemove(afterRow, limit);
    }

    /** Puts a withdrawn copy back, unless its image was deleted or the removal taken over meanwhile. */
    public void restore(ImageLocation copy) {
        data.restore(copy, clock.instant());
    }

    /**
     * Takes the removal of copies over that somebody has withdrawn so long ago that the process has probably died. If
     * it has not, it is too late for it to put the copy back, so whoever removes the data now does no harm.
     */
    public void takeOverForgotten() {
        var now = clock.instant();
        data.takeOverWithdrawn(now.minus(FORGOTTEN), now);
    }

    /** Notes that a copy is gone. */
    public void removed(ImageLocation location) {
        data.removed(location, clock.instant());
    }
}
