package io.github.predella.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Lets the other nodes know that this one is alive. */
@ApplicationScoped
public class HeartbeatJob implements Job {

    private HeartbeatService heartbeat;
    private JobSettings settings;

    /** For the container's proxy only. */
    protected HeartbeatJob() {}

    @Inject
    public HeartbeatJob(HeartbeatService heartbeat, JobSettings settings) {
        this.heartbeat = heartbeat;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "heartbeat";
    }

    @Override
    public Duration every() {
        return settings.beatEvery();
    }

    /** What still runs must not be taken for abandoned. */
    @Override
    public boolean isDoneToTheEnd() {
        return true;
    }

    @Override
    public void run(JobRun run) {
        heartbeat.beat();
    }
}
