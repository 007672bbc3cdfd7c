package io.github.predella.jobs;

import io.github.predella.core.SafeToRepeat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/** Tells which processes are alive, one short transaction at a time. */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class HeartbeatService {

    private static final Duration REMEMBERED = Duration.ofHours(1);

    private NodeBeats beats;
    private NodeName self;
    private JobSettings settings;
    private Clock clock;

    /** For the container's proxy only. */
    protected HeartbeatService() {}

    @Inject
    public HeartbeatService(NodeBeats beats, NodeName self, JobSettings settings, Clock clock) {
        this.beats = beats;
        this.self = self;
        this.settings = settings;
        this.clock = clock;
    }

    /** Gives this process's sign of life. */
    public void beat() {
        var now = clock.instant();
        beats.beat(self, now);
        beats.forgetSilentSince(now.minus(REMEMBERED));
    }

    /** Takes this process's sign of life back, so that others need not wait before they clean up after it. */
    public void leave() {
        beats.forget(self);
    }

    /** Whether the process of that name is alive; this one always is. */
    public boolean isAlive(String node) {
        return self.text().equals(node)
                || beats.isAliveSince(node, clock.instant().minus(settings.patience()));
    }
}
