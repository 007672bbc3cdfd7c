package io.github.predella.boot;

import io.github.predella.config.Settings;
import io.github.predella.db.Migrator;
import io.github.predella.identity.embedded.FirstStart;
import io.github.predella.jobs.JobClock;
import io.github.predella.rest.PorchSettings;
import io.github.predella.store.ConfiguredStore;
import io.github.predella.store.StoreRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Starts the parts in their order: settings, tables, stores, rules, first administrator, jobs. What is wrong with any
 * of them stops the start with its reason.
 */
@Singleton
@jakarta.ejb.Startup
@TransactionManagement(TransactionManagementType.BEAN)
@DataSourceDefinition(
        name = "java:app/jdbc/predella",
        className = "io.github.predella.db.SettingsDataSource",
        minPoolSize = 4,
        maxPoolSize = 48,
        maxIdleTime = 300)
public class Startup {

    private static final Logger LOG = Logger.getLogger(Startup.class.getName());

    @Resource(lookup = "java:app/jdbc/predella")
    private DataSource database;

    @Inject
    private Settings settings;

    @Inject
    private FirstStart firstStart;

    @Inject
    private StoreRegistry stores;

    @Inject
    private JobClock jobs;

    @Inject
    private StartState state;

    @PostConstruct
    void start() {
        int applied = new Migrator(database).migrate();
        LOG.info(() -> "database is up to date, " + applied + " scripts applied");
        LOG.info(() -> "stores are open: "
                + stores.all().stream().map(ConfiguredStore::id).toList());
        var password = firstStart.run();
        jobs.begin();
        state.complete();
        Welcome.show(settings.read(PorchSettings.class), password);
    }
}
