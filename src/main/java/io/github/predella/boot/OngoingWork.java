package io.github.predella.boot;

import io.github.predella.dashboard.events.ChangeWatch;
import io.github.predella.data.DownloadPlaces;
import io.github.predella.jobs.HeartbeatService;
import io.github.predella.jobs.JobClock;
import io.github.predella.notify.Postman;
import io.github.predella.tasks.TaskRunner;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;

/** What this node does besides handling requests, as far as it has to come to an end. */
@Dependent
public class OngoingWork {

    private final DownloadPlaces downloads;
    private final ChangeWatch watch;
    private final TaskRunner tasks;
    private final JobClock jobs;
    private final HeartbeatService heartbeat;
    private final Postman notices;

    @Inject
    public OngoingWork(
            DownloadPlaces downloads,
            ChangeWatch watch,
            TaskRunner tasks,
            JobClock jobs,
            HeartbeatService heartbeat,
            Postman notices) {
        this.downloads = downloads;
        this.watch = watch;
        this.tasks = tasks;
        this.jobs = jobs;
        this.heartbeat = heartbeat;
        this.notices = notices;
    }

    /** Begins nothing new, and ends what would never end by itself. */
    void rest() {
        watch.close();
        jobs.rest();
        tasks.rest();
    }

    /** Whether nothing that somebody waits for is being done. */
    boolean isIdle() {
        return downloads.isEmpty() && tasks.isIdle();
    }

    /** Breaks off what still runs, and gives it some time to clean up after itself. */
    void stop(Duration patience) {
        tasks.stop(patience);
        jobs.stop(patience);
    }

    /**
     * Lets the other nodes know that nothing of this one is alive any more.
     *
     * @param patience for the last notices to be sent before
     */
    void leave(Duration patience) {
        notices.end(patience);
        heartbeat.leave();
    }
}
