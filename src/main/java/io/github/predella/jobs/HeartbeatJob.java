package io.github.predella.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Lets the other nodes know that this one is alive. */
@ApplicationScoped
public class HeartbeatJob implements Job {

    private HeartbeatService heartbeat;

    /** For the container's proxy only. */
    protected HeartbeatJob() {}

    @Inject
    public HeartbeatJob(HeartbeatService heartbeat) {
        this.heartbeat = heartbeat;
    }

    @Override
    public String name() {
        return "heartbeat";
    }

    @Override
    public Duration every() {
        return HeartbeatService.PERIOD;
    }

    @Override
    public void run() {
        heartbeat.beat();
    }
}
