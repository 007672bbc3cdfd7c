package io.github.predella.boot;

import io.github.predella.config.FetchSettings;
import io.github.predella.config.PredellaSettings;
import io.github.predella.config.Settings;
import io.github.predella.db.Dialect;
import io.github.predella.db.SettingsDataSource;
import io.github.predella.fetch.AddressRule;
import io.github.predella.images.DataRemoval;
import io.github.predella.images.DeletionSettings;
import io.github.predella.images.ImageLocation;
import io.github.predella.images.RemovalService;
import io.github.predella.images.ScrubJob;
import io.github.predella.images.ScrubService;
import io.github.predella.images.db.JpaDataLedger;
import io.github.predella.images.db.JpaImageBin;
import io.github.predella.images.db.JpaImageRepository;
import io.github.predella.images.db.LocationText;
import io.github.predella.jobs.JobRun;
import io.github.predella.jobs.Lease;
import io.github.predella.jobs.LeaseService;
import io.github.predella.jobs.NodeName;
import io.github.predella.jobs.db.JpaLeaseRepository;
import io.github.predella.store.StoreRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * The job that removes kept data, run once without a container: the same services, each of whose methods is a
 * transaction here too, and under the same lease, so that it never runs beside a node's.
 */
final class OfflineScrub {

    private OfflineScrub() {}

    /** Runs the job; false when somebody else has the lease. */
    static boolean run(Settings settings, SettingsDataSource database) {
        var deletion = settings.read(DeletionSettings.class);
        var alarms = new ScheduledThreadPoolExecutor(1);
        try (var rows = new OfflineRows(database);
                var stores = stores(settings, alarms)) {
            var tables = new Tables(
                    rows, Dialect.of(database.address().jdbcUrl()), Producers.textsOf(settings), Clock.systemUTC());
            var leases = tables.leases();
            var job = new ScrubJob(
                    tables.scrubbing(deletion), new DataRemoval(tables.removing(), stores), Runnable::run, deletion);
            var lease = leases.take(job.name());
            lease.ifPresent(taken -> run(job, leases, taken));
            return lease.isPresent();
        } finally {
            alarms.shutdownNow();
        }
    }

    private static void run(ScrubJob job, LeaseService leases, Lease lease) {
        try {
            job.run(renewing(leases, lease));
        } finally {
            leases.rest(lease, Duration.ZERO);
        }
    }

    /** It asks more often than a node does, which costs one statement for each image. */
    private static JobRun renewing(LeaseService leases, Lease lease) {
        return () -> leases.renew(lease);
    }

    /** Takes a deletion back; false when the image is not in the bin as a whole. */
    static boolean restore(Settings settings, SettingsDataSource database, String id) {
        try (var rows = new OfflineRows(database)) {
            var dialect = Dialect.of(database.address().jdbcUrl());
            var bin = new JpaImageBin(rows.rows(), dialect);
            return rows.in(() -> {
                new JpaImageRepository(rows.rows(), dialect, Producers.textsOf(settings)).hold(id);
                return bin.find(id)
                        .filter(binned -> binned.whole())
                        .map(binned -> bin.restore(binned, Clock.systemUTC().instant()))
                        .orElse(false);
            });
        }
    }

    private static StoreRegistry stores(Settings settings, ScheduledThreadPoolExecutor alarms) {
        return Producers.open(
                settings,
                settings.read(PredellaSettings.class),
                AddressRule.allowing(settings.read(FetchSettings.class).allowedNetworks()),
                alarms,
                alarms);
    }

    /** The services over the tables, each call of which is one transaction. */
    private record Tables(OfflineRows rows, Dialect dialect, LocationText texts, Clock clock) {

        LeaseService leases() {
            var repository = new JpaLeaseRepository(rows.rows(), dialect, clock);
            return new LeaseService(repository, NodeName.fresh()) {
                @Override
                public Optional<Lease> take(String name) {
                    return rows.in(() -> super.take(name));
                }

                @Override
                public boolean renew(Lease lease) {
                    return rows.in(() -> super.renew(lease));
                }

                @Override
                public void rest(Lease lease, Duration time) {
                    rows.run(() -> super.rest(lease, time));
                }
            };
        }

        ScrubService scrubbing(DeletionSettings deletion) {
            var images = new JpaImageRepository(rows.rows(), dialect, texts);
            var bin = new JpaImageBin(rows.rows(), dialect);
            return new ScrubService(images, bin, ledger(), deletion, clock) {
                @Override
                public List<String> due(String afterId, int limit) {
                    return rows.in(() -> super.due(afterId, limit));
                }

                @Override
                public boolean begin(String id) {
                    return rows.in(() -> super.begin(id));
                }

                @Override
                public void finish(String id) {
                    rows.run(() -> super.finish(id));
                }

                @Override
                public void forgetOthers() {
                    rows.run(super::forgetOthers);
                }
            };
        }

        RemovalService removing() {
            return new RemovalService(ledger(), clock) {
                @Override
                public List<ImageLocation> of(String imageId) {
                    return rows.in(() -> super.of(imageId));
                }

                @Override
                public void removed(ImageLocation location) {
                    rows.run(() -> super.removed(location));
                }
            };
        }

        private JpaDataLedger ledger() {
            return new JpaDataLedger(rows.rows(), dialect, texts);
        }
    }
}
