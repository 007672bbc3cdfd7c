package io.github.predella.imports;

import io.github.predella.data.StagingArea;
import io.github.predella.data.StagingReception;
import io.github.predella.data.StagingRecordService;
import io.github.predella.fetch.Fetched;
import io.github.predella.store.StoreFault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;

/** Brings what an import fetches into the staging area. */
@ApplicationScoped
public class FetchReception {

    private StagingReception reception;
    private StagingRecordService records;
    private StagingArea area;
    private ImportPump pumps;

    /** For the container's proxy only. */
    protected FetchReception() {}

    @Inject
    public FetchReception(
            StagingReception reception, StagingRecordService records, StagingArea area, ImportPump pumps) {
        this.reception = reception;
        this.records = records;
        this.area = area;
        this.pumps = pumps;
    }

    /**
     * Receives all that the answer has.
     *
     * @param answer is not closed
     * @throws io.github.predella.core.Fault what a full or broken staging area means for users
     * @throws IOException as the answer's stream
     */
    ImportSource receive(ImportRun run, Fetched answer) throws IOException {
        var pump = pumps.of(run, mib -> "Downloaded " + mib + " MiB");
        try {
            var staged = reception.receive(run.imageId(), answer.length(), answer.body(), pump);
            records.fetched(staged);
            return new StagedSource(staged, area, records, false);
        } catch (StoreFault fault) {
            throw fault.toFault();
        }
    }
}
