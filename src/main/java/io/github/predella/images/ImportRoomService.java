package io.github.predella.images;

import io.github.predella.core.Fault;
import io.github.predella.core.SafeToRepeat;
import io.github.predella.quota.QuotaGate;
import io.github.predella.quota.Room;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * The room that an import takes up under the quotas of its project while data is on its way: first in the staging area,
 * if the import fetches it, then in the stores. What is on its way is noted beside that of uploads, in the name of the
 * task. Each method is one short transaction, or part of the caller's.
 */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class ImportRoomService {

    private ImageRepository images;
    private DataLedger data;
    private QuotaGate quota;
    private Clock clock;

    /** For the container's proxy only. */
    protected ImportRoomService() {}

    @Inject
    public ImportRoomService(ImageRepository images, DataLedger data, QuotaGate quota, Clock clock) {
        this.images = images;
        this.data = data;
        this.quota = quota;
        this.clock = clock;
    }

    /** Insists that an import may begin; throws {@link Fault} TOO_LARGE. */
    public void require(Image image, String method) {
        Long size = image.content().size();
        quota.requireRoomForImport(image.owner(), method, size == null ? 0 : size);
    }

    /**
     * Asks for room for data that the task is about to fetch.
     *
     * @param announced bytes, or 0 when nobody knows
     * @return how much it may bring
     * @throws Fault TOO_LARGE, and as {@link ImportMarks#held}
     */
    public Room fetch(String id, String task, long announced) {
        var image = held(id, task);
        var room = quota.requireRoomForFetch(image.owner(), announced);
        begin(id, task, DataLedger.STAGING, room.reserved());
        return room;
    }

    /**
     * Reserves more room for data that is being fetched. For rooms that are extendable.
     *
     * @param wanted how many bytes are needed in all
     * @return how many may be brought in all from now on
     * @throws Fault TOO_LARGE, and as {@link ImportMarks#held}
     */
    public long extend(String id, String task, long wanted) {
        var image = held(id, task);
        quota.takeTurn(image.owner());
        long room = quota.extendStaging(image.owner(), reserved(id, task), wanted);
        data.reserve(id, DataLedger.importOf(task), room);
        return room;
    }

    /** Notes how much was fetched: it counts as staged from now on; throws {@link Fault} as {@link ImportMarks#held}. */
    public void fetched(String id, String task, long size) {
        quota.takeTurn(held(id, task).owner());
        images.hold(id);
        var image = held(id, task);
        end(id, task);
        var after = image.with(new ImageContent(size, null, null, null, null)).updatedAt(clock.instant());
        if (!images.update(image, after)) {
            throw ImageFaults.statusMoved(id);
        }
    }

    /**
     * Asks for room for one more copy in a store.
     *
     * @param size bytes of the copy
     * @return the image
     * @throws Fault TOO_LARGE, and as {@link ImportMarks#held}
     */
    public Image reserve(String id, String task, String store, long size) {
        var image = held(id, task);
        quota.requireRoomForCopy(image.owner(), size);
        images.hold(id);
        long before = reserved(id, task);
        if (!data.reserve(id, DataLedger.importOf(task), before + size)) {
            begin(id, task, store, size);
        }
        return image;
    }

    /** Notes that a copy is not on its way any more: it has arrived, or will not. */
    public void giveBack(String id, String task, long size) {
        images.hold(id);
        long left = reserved(id, task) - size;
        if (left > 0) {
            data.reserve(id, DataLedger.importOf(task), left);
        } else {
            end(id, task);
        }
    }

    /** Notes that nothing is on its way for a task any more. */
    public void end(String id, String task) {
        data.end(id, DataLedger.importOf(task));
    }

    /** Waits for the turn of the project that has the image, where quotas are hard. */
    void takeTurn(String id) {
        images.find(id).ifPresent(image -> quota.takeTurn(image.owner()));
    }

    private Image held(String id, String task) {
        return ImportMarks.held(images.find(id), id, task);
    }

    private void begin(String id, String task, String store, long bytes) {
        data.begin(new DataLedger.RunningUpload(id, DataLedger.importOf(task), store), bytes, clock.instant());
    }

    private long reserved(String id, String task) {
        return data.reserved(id, DataLedger.importOf(task)).orElse(0);
    }
}
