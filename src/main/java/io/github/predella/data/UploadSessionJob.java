package io.github.predella.data;

import io.github.predella.core.Fault;
import io.github.predella.jobs.Job;
import io.github.predella.jobs.JobRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Ends upload sessions that nobody goes on with or whose image is gone, brings those to their end that a crash has kept
 * from it, and removes files without a session. Each node cares for those in its own staging area.
 */
@ApplicationScoped
public class UploadSessionJob implements Job {

    private static final Logger LOG = Logger.getLogger(UploadSessionJob.class.getName());

    private UploadSessionService sessions;
    private UploadSessionRecordService records;
    private StagingArea area;
    private DataSettings settings;
    private Clock clock;

    /** For the container's proxy only. */
    protected UploadSessionJob() {}

    @Inject
    public UploadSessionJob(
            UploadSessionService sessions,
            UploadSessionRecordService records,
            StagingArea area,
            DataSettings settings,
            Clock clock) {
        this.sessions = sessions;
        this.records = records;
        this.area = area;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "upload-sessions";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(settings.cleanUpEvery().value());
    }

    @Override
    public void run(JobRun run) {
        var all = records.inArea(area.id());
        sessions.keepOnly(all.stream().map(UploadSession::id).collect(Collectors.toSet()));
        for (UploadSession session : all) {
            try {
                care(session);
            } catch (Fault refusal) {
                LOG.log(Level.INFO, refusal, () -> "upload session " + session.id());
            }
        }
        removeOrphans();
    }

    private void care(UploadSession session) {
        boolean expired = sessions.isExpired(session);
        if (!records.isNeeded(session)) {
            sessions.end(session);
        } else if (session.complete()) {
            sessions.askForImport(session);
            if (expired) {
                sessions.end(session);
            }
        } else if (session.isFull()) {
            sessions.finishedIfFull(session);
        } else if (expired) {
            sessions.expire(session);
        }
    }

    private void removeOrphans() {
        var before = clock.instant().minus(every());
        for (String id : area.sessions()) {
            var file = area.sessionFile(id);
            if (area.isOlder(file, before) && !records.exists(id)) {
                area.remove(file);
                LOG.info(() -> "staging: removed a file without an upload session, " + file.getFileName());
            }
        }
    }
}
