package io.github.predella.boot;

import io.github.predella.cache.CacheUpkeep;
import io.github.predella.data.StagingArea;
import io.github.predella.db.MigrationSettings;
import io.github.predella.db.Migrator;
import io.github.predella.identity.IdentityPlace;
import io.github.predella.identity.embedded.FirstStart;
import io.github.predella.imports.ImportPlugins;
import io.github.predella.jobs.HeartbeatService;
import io.github.predella.jobs.JobClock;
import io.github.predella.metadefs.ShippedCatalogue;
import io.github.predella.notify.Postman;
import io.github.predella.observe.Figures;
import io.github.predella.observe.rest.Readers;
import io.github.predella.rest.PorchSettings;
import io.github.predella.signatures.Signatures;
import io.github.predella.store.ConfiguredStore;
import io.github.predella.store.StoreRegistry;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** The parts in the order in which they start. What a part needs is made when its turn comes. */
@Dependent
public class StartSteps {

    private static final Logger LOG = Logger.getLogger(StartSteps.class.getName());

    private final Instance<PorchSettings> settings;
    private final Instance<MigrationSettings> migration;
    private final Instance<Readers> readers;
    private final Reload reload;
    private final Instance<StoreRegistry> stores;
    private final Instance<StagingArea> staging;
    private final Instance<CacheUpkeep> cache;
    private final Instance<ImportPlugins> plugins;
    private final Instance<Signatures> signatures;
    private final Instance<IdentityPlace> identity;
    private final Instance<FirstStart> firstStart;
    private final Instance<ShippedCatalogue> catalogue;
    private final Instance<Postman> notices;
    private final Instance<HeartbeatService> heartbeat;
    private final Instance<JobClock> jobs;
    private final Instance<Drain> drain;
    private final Threads threads;

    @Inject
    public StartSteps(
            Instance<PorchSettings> settings,
            Instance<MigrationSettings> migration,
            Instance<Readers> readers,
            Reload reload,
            Instance<StoreRegistry> stores,
            Instance<StagingArea> staging,
            Instance<CacheUpkeep> cache,
            Instance<ImportPlugins> plugins,
            Instance<Signatures> signatures,
            Instance<IdentityPlace> identity,
            Instance<FirstStart> firstStart,
            Instance<ShippedCatalogue> catalogue,
            Instance<Postman> notices,
            Instance<HeartbeatService> heartbeat,
            Instance<JobClock> jobs,
            Instance<Drain> drain,
            Threads threads) {
        this.settings = settings;
        this.migration = migration;
        this.readers = readers;
        this.reload = reload;
        this.stores = stores;
        this.staging = staging;
        this.cache = cache;
        this.plugins = plugins;
        this.signatures = signatures;
        this.identity = identity;
        this.firstStart = firstStart;
        this.catalogue = catalogue;
        this.notices = notices;
        this.heartbeat = heartbeat;
        this.jobs = jobs;
        this.drain = drain;
        this.threads = threads;
    }

    /** Starts settings, tables, stores, plugins, first administrator and jobs; throws whatever one of them throws. */
    void run(DataSource database, StartState state) {
        var porch = settings.get();
        readers.get();
        reload.begin();
        var migrator = new Migrator(database);
        int applied = migrator.start(migration.get().onStart());
        LOG.info(() -> "database is up to date, " + applied + " scripts applied");
        migrator.due()
                .ifPresent(phase -> LOG.info(
                        () -> "the phase " + phase.word() + " of the database is due: see predella db --help"));
        var names = stores.get().all().stream().map(ConfiguredStore::id).toList();
        LOG.info(() -> "stores are open: " + names);
        var area = staging.get().id();
        LOG.info(() -> "the staging area is open: " + area);
        cache.get().open();
        plugins.get().prepare();
        var signers = signatures.get().described();
        LOG.info(() -> "images are signed " + signers);
        int definitions = catalogue.get().fill();
        LOG.info(() -> "metadata definitions: " + definitions + " namespaces added");
        var place = identity.get();
        var password = place.embedded() ? firstStart.get().run() : Optional.<String>empty();
        LOG.info(() -> "the identity service is " + (place.embedded() ? "the built-in one" : "Keystone"));
        notices.get().begin();
        // Whatever this process takes up, the others must already know that it is alive.
        heartbeat.get().beat();
        jobs.get().begin();
        drain.get().listen(threads);
        state.complete();
        PoolFigures.begin();
        Figures.ready(true);
        Welcome.show(porch, place, password);
    }
}
