package io.github.predella.data;

import io.github.predella.images.DataLedger.RunningUpload;
import io.github.predella.images.UploadLedger;
import io.github.predella.jobs.HeartbeatService;
import io.github.predella.jobs.Job;
import io.github.predella.jobs.JobRun;
import io.github.predella.store.ObjectName;
import io.github.predella.store.StoreFault;
import io.github.predella.store.StoreRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Ends the uploads of processes that have died: what may already be in the store goes, and the image waits for data
 * again. Every node does this; the ledger lets one of them win.
 */
@ApplicationScoped
public class AbandonedUploadJob implements Job {

    private static final Logger LOG = Logger.getLogger(AbandonedUploadJob.class.getName());

    private UploadLedger ledger;
    private HeartbeatService heartbeat;
    private StoreRegistry stores;
    private StagingRecordService staging;
    private StagingArea area;

    /** For the container's proxy only. */
    protected AbandonedUploadJob() {}

    @Inject
    public AbandonedUploadJob(
            UploadLedger ledger,
            HeartbeatService heartbeat,
            StoreRegistry stores,
            StagingRecordService staging,
            StagingArea area) {
        this.ledger = ledger;
        this.heartbeat = heartbeat;
        this.stores = stores;
        this.staging = staging;
        this.area = area;
    }

    @Override
    public String name() {
        return "abandoned-uploads";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run(JobRun run) {
        for (RunningUpload upload : ledger.running()) {
            if (!heartbeat.isAlive(upload.node()) && ledger.takeOver(upload)) {
                cleanUp(upload);
            }
        }
    }

    /** The data goes first: its name has to be free again before somebody may upload anew. */
    private void cleanUp(RunningUpload upload) {
        try {
            discard(upload);
        } catch (StoreFault fault) {
            LOG.log(Level.WARNING, "data of a dead upload stays for now", fault);
            ledger.giveBack(upload);
            return;
        }
        LOG.warning(() -> "the upload of image " + upload.imageId() + " died with its process " + upload.node()
                + "; the image waits for data again");
        if (isStaging(upload)) {
            staging.abandon(upload.imageId());
        } else {
            ledger.abandon(upload.imageId());
        }
    }

    private void discard(RunningUpload upload) {
        if (!isStaging(upload)) {
            stores.byId(upload.store()).ifPresent(store -> store.store().discard(new ObjectName(upload.imageId())));
        } else if (staging.find(upload.imageId())
                .filter(staged -> staged.area().equals(area.id()))
                .isPresent()) {
            // In another area it stays until that area is swept, or until data for this image comes there anew.
            area.discard(upload.imageId());
        }
    }

    private static boolean isStaging(RunningUpload upload) {
        return upload.store().equals(StagingArea.STORE);
    }
}
