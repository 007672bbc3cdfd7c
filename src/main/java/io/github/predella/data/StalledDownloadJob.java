package io.github.predella.data;

import io.github.predella.jobs.Job;
import io.github.predella.jobs.JobRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Ends downloads whose readers have stopped reading: one look at all of them instead of a watcher for each. */
@ApplicationScoped
public class StalledDownloadJob implements Job {

    private static final Duration OFTEN = Duration.ofSeconds(1);
    private static final Duration SELDOM = Duration.ofSeconds(5);
    private static final int LOOKS = 10;

    private DownloadPlaces places;
    private DataSettings settings;

    /** For the container's proxy only. */
    protected StalledDownloadJob() {}

    @Inject
    public StalledDownloadJob(DownloadPlaces places, DataSettings settings) {
        this.places = places;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "stalled-downloads";
    }

    /** Often enough that a stall is not noticed much later than it is one. */
    @Override
    public Duration every() {
        var share = limit().dividedBy(LOOKS);
        if (share.compareTo(OFTEN) < 0) {
            return OFTEN;
        }
        return share.compareTo(SELDOM) > 0 ? SELDOM : share;
    }

    /** Nobody waits for a download that does not move. */
    @Override
    public boolean isDoneToTheEnd() {
        return true;
    }

    @Override
    public void run(JobRun run) {
        places.endStalled(limit());
    }

    private Duration limit() {
        return Duration.ofSeconds(settings.downloadStallLimit().value());
    }
}
