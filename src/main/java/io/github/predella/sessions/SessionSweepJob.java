package io.github.predella.sessions;

import io.github.predella.jobs.Job;
import io.github.predella.jobs.JobRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Forgets the sessions that have ended by themselves. */
@ApplicationScoped
public class SessionSweepJob implements Job {

    private SessionService sessions;

    /** For the container's proxy only. */
    protected SessionSweepJob() {}

    @Inject
    public SessionSweepJob(SessionService sessions) {
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "session-sweep";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Scope scope() {
        return Scope.CLUSTER;
    }

    @Override
    public void run(JobRun run) {
        sessions.forgetEnded();
    }
}
