package io.github.predella.data;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.core.SafeToRepeat;
import io.github.predella.images.StagingLedger;
import io.github.predella.quota.Room;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is written down about staged data, with the image and the notes always changed together. Each method is one
 * short transaction; the bytes move in between, with no transaction open.
 */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class StagingRecordService {

    private StagingLedger images;
    private StagingNotes notes;
    private Clock clock;

    /** For the container's proxy only. */
    protected StagingRecordService() {}

    @Inject
    public StagingRecordService(StagingLedger images, StagingNotes notes, Clock clock) {
        this.images = images;
        this.notes = notes;
        this.clock = clock;
    }

    /**
     * Takes a waiting image for data that this process receives.
     *
     * @param announced bytes, or 0 when nobody knows
     * @return how much it may bring
     * @throws Fault as {@link StagingLedger#begin}
     */
    public Room begin(Caller caller, String imageId, String area, long announced) {
        var room = images.begin(caller, imageId, announced);
        images.noteRunning(imageId, room.reserved());
        notes.begin(imageId, area, clock.instant());
        return room;
    }

    /** Reserves more room, as {@link StagingLedger#extend}. */
    public OptionalLong extend(String imageId, long wanted) {
        return images.extend(imageId, wanted);
    }

    /** Whether the image still waits for the data that comes in. */
    public boolean isAwaited(String imageId) {
        return images.isStaging(imageId);
    }

    /**
     * Notes that all the data is there.
     *
     * @return false, with the image unchanged, when it has vanished meanwhile or another node has taken this one for dead
     */
    public boolean finish(Staged staged) {
        return images.endRunning(staged.imageId())
                && images.finish(staged.imageId(), staged.size())
                && notes.complete(staged, clock.instant());
    }

    /** Lets the image wait for data again; nothing happens when that is no longer this process's business. */
    public void abandon(String imageId) {
        if (images.endRunning(imageId)) {
            images.abandon(imageId);
            notes.remove(imageId);
        }
    }

    /** Notes data that an import has brought into an area for itself, so that the sweep lets it live as long. */
    public void fetched(Staged staged) {
        notes.begin(staged.imageId(), staged.area(), clock.instant());
        notes.complete(staged, clock.instant());
    }

    /** What is noted about the data of an image. */
    public Optional<Staged> find(String imageId) {
        return notes.find(imageId);
    }

    /** What is noted about an area. */
    public List<Staged> inArea(String area) {
        return notes.inArea(area);
    }

    /** Images with notes from before a time, as {@link StagingNotes#before}. */
    public List<String> notedBefore(Instant time, String after, int limit) {
        return notes.before(time, after, limit);
    }

    /** Forgets what was noted about an image before a time, unless somebody needs it. */
    public void forgetUnneeded(String imageId, Instant before) {
        if (!images.needsStagedData(imageId)) {
            notes.removeBefore(imageId, before);
        }
    }

    /** Whether anybody still needs the data of an image. */
    public boolean isNeeded(String imageId) {
        return images.needsStagedData(imageId);
    }

    /** Whether an import is at work on an image. */
    public boolean isImporting(String imageId) {
        return images.isImporting(imageId);
    }

    /** Forgets the data of an image that nobody needs any more. */
    public void forget(String imageId) {
        notes.remove(imageId);
    }

    /**
     * Notes that data which was noted is not there: the image waits for data again, unless it is still coming in, or an
     * import has it.
     *
     * @param seen what was noted before the data was looked for: what was still coming in then may have arrived since
     * @return whether an image has lost its data by that
     */
    public boolean lost(Staged seen) {
        String imageId = seen.imageId();
        if (!images.needsStagedData(imageId)) {
            notes.remove(imageId);
            return false;
        }
        boolean complete =
                seen.complete() && notes.find(imageId).filter(Staged::complete).isPresent();
        if (complete && images.abandon(imageId)) {
            notes.remove(imageId);
            return true;
        }
        return false;
    }
}
