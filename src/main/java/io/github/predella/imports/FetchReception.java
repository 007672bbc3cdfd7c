package io.github.predella.imports;

import io.github.predella.data.StagingArea;
import io.github.predella.data.StagingReception;
import io.github.predella.data.StagingRecordService;
import io.github.predella.fetch.Fetched;
import io.github.predella.flow.ByteStage;
import io.github.predella.flow.GrowingLimit;
import io.github.predella.images.ImportRoomService;
import io.github.predella.observe.TransferFigures;
import io.github.predella.observe.TransferFigures.Way;
import io.github.predella.quota.Room;
import io.github.predella.store.StoreFault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;

/** Brings what an import fetches into the staging area, as far as the project has room for it. */
@ApplicationScoped
public class FetchReception {

    private StagingReception reception;
    private StagingRecordService records;
    private StagingArea area;
    private ImportRoomService rooms;
    private ImportPump pumps;

    /** For the container's proxy only. */
    protected FetchReception() {}

    @Inject
    public FetchReception(
            StagingReception reception,
            StagingRecordService records,
            StagingArea area,
            ImportRoomService rooms,
            ImportPump pumps) {
        this.reception = reception;
        this.records = records;
        this.area = area;
        this.rooms = rooms;
        this.pumps = pumps;
    }

    /**
     * Receives all that the answer has.
     *
     * @param answer is not closed
     * @throws io.github.predella.core.Fault TOO_LARGE past a quota or the largest size of an image, GONE or CONFLICT when
     *     the image is not the task's any more, and what a full or broken staging area means for users
     * @throws IOException as the answer's stream
     */
    ImportSource receive(ImportRun run, Fetched answer) throws IOException {
        var announced = answer.length();
        var room = rooms.fetch(run.imageId(), run.taskId(), announced.orElse(0));
        var pump =
                pumps.of(run, mib -> ImportProgress.downloaded(mib, announced).text());
        try (var body = TransferFigures.receiving(Way.FETCH, answer.body())) {
            var staged = reception.receive(run.imageId(), announced, limit(run, room), body, pump);
            records.fetched(staged);
            rooms.fetched(run.imageId(), run.taskId(), staged.size());
            return new StagedSource(staged, area, records, false);
        } catch (StoreFault fault) {
            throw fault.toFault();
        }
    }

    private ByteStage limit(ImportRun run, Room room) {
        return room.extendable()
                ? new GrowingLimit(room.bytes(), wanted -> rooms.extend(run.imageId(), run.taskId(), wanted))
                : (chunk, from, count) -> {};
    }
}
