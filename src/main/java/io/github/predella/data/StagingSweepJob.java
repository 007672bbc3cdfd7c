package io.github.predella.data;

import io.github.predella.jobs.Job;
import io.github.predella.jobs.JobRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Logger;

/**
 * Removes staged data that no image waits for, and notes about data that is not there. Each node looks through its own
 * staging area; where several share one, it does not matter which of them is faster.
 */
@ApplicationScoped
public class StagingSweepJob implements Job {

    private static final Logger LOG = Logger.getLogger(StagingSweepJob.class.getName());

    private StagingRecordService records;
    private StagingArea area;
    private DataSettings settings;
    private Clock clock;

    /** For the container's proxy only. */
    protected StagingSweepJob() {}

    @Inject
    public StagingSweepJob(StagingRecordService records, StagingArea area, DataSettings settings, Clock clock) {
        this.records = records;
        this.area = area;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "staging-sweep";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(settings.cleanUpEvery().value());
    }

    @Override
    public void run(JobRun run) {
        var before = clock.instant().minus(every());
        area.sweep(before).forEach(leftover -> LOG.info(() -> "staging: removed the leftover " + leftover));
        for (StagingArea.Entry entry : area.contents()) {
            // A young file may be that of somebody who began after the question was answered.
            if (area.isOlder(entry.file(), before) && !isNeeded(entry) && area.isOlder(entry.file(), before)) {
                area.remove(entry.file());
                LOG.info(() -> "staging: removed " + entry.file().getFileName() + ", for which no image waits");
            }
        }
        for (Staged staged : records.inArea(area.id())) {
            if (!area.holds(staged.imageId()) && records.lost(staged)) {
                LOG.warning(() -> "staging: the data of image " + staged.imageId() + " is not there");
            }
        }
    }

    /** What an import has made is of no use to the next one. */
    private boolean isNeeded(StagingArea.Entry entry) {
        return entry.isDerived() ? records.isImporting(entry.imageId()) : records.isNeeded(entry.imageId());
    }
}
