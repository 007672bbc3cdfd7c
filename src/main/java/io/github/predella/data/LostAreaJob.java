package io.github.predella.data;

import io.github.predella.jobs.Job;
import io.github.predella.jobs.JobRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Logger;

/**
 * Ends what is noted about staging areas through which no node looks any more, because theirs is gone for good. A living
 * node would have done it long before; one that comes back finds files without notes, and removes them.
 */
@ApplicationScoped
public class LostAreaJob implements Job {

    private static final Logger LOG = Logger.getLogger(LostAreaJob.class.getName());

    private static final Duration GRACE = Duration.ofDays(1);
    private static final int SOME = 500;

    private StagingRecordService records;
    private UploadSessionRecordService sessions;
    private StagingSettings settings;
    private Clock clock;

    /** For the container's proxy only. */
    protected LostAreaJob() {}

    @Inject
    public LostAreaJob(
            StagingRecordService records, UploadSessionRecordService sessions, StagingSettings settings, Clock clock) {
        this.records = records;
        this.sessions = sessions;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "lost-areas";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public Scope scope() {
        return Scope.CLUSTER;
    }

    @Override
    public void run(JobRun run) {
        var before = clock.instant().minus(GRACE);
        endSessions(before.minus(settings.uploadSessionIdle().toDuration()), run);
        forgetNotes(before, run);
    }

    private void endSessions(Instant before, JobRun run) {
        for (UploadSession session : sessions.untouchedSince(before)) {
            if (!run.stillOurs()) {
                return;
            }
            sessions.end(session);
            LOG.warning(() -> "the upload session " + session.id() + " ends, and nobody looks after its data");
        }
    }

    private void forgetNotes(Instant before, JobRun run) {
        List<String> some = records.notedBefore(before, "", SOME);
        while (!some.isEmpty() && run.stillOurs()) {
            some.forEach(image -> records.forgetUnneeded(image, before));
            some = records.notedBefore(before, some.get(some.size() - 1), SOME);
        }
    }
}
