package io.github.predella.images;

import io.github.predella.config.PurgeSettings;
import io.github.predella.jobs.Job;
import io.github.predella.jobs.JobRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** Removes from the database what hung on images and was deleted long ago, if the operator wants that at all. */
@ApplicationScoped
public class PurgeJob implements Job {

    private PurgeService ledger;
    private PurgeSettings settings;
    private Clock clock;

    /** For the container's proxy only. */
    protected PurgeJob() {}

    @Inject
    public PurgeJob(PurgeService ledger, PurgeSettings settings, Clock clock) {
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "purge-images";
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
        settings.before(clock.instant()).ifPresent(before -> {
            for (var kind : DeletedParts.Kind.values()) {
                remove(kind, before, run);
            }
        });
    }

    private void remove(DeletedParts.Kind kind, Instant before, JobRun run) {
        var last = OptionalLong.of(0);
        while (last.isPresent() && run.stillOurs()) {
            last = ledger.removeSome(kind, before, last.getAsLong());
        }
    }
}
