package io.github.predella.boot;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import javax.sql.DataSource;

/** Starts everything; what is wrong with any part stops the start and is told in one line. */
@Singleton
@jakarta.ejb.Startup
@TransactionManagement(TransactionManagementType.BEAN)
@DataSourceDefinition(
        name = "java:app/jdbc/predella",
        className = "io.github.predella.boot.FirstConnection",
        minPoolSize = 4,
        maxPoolSize = 48,
        maxIdleTime = 300)
public class Startup {

    @Resource(lookup = "java:app/jdbc/predella")
    private DataSource database;

    @Inject
    private StartSteps steps;

    @Inject
    private StartState state;

    @PostConstruct
    void start() {
        try {
            steps.run(database, state);
        } catch (RuntimeException failure) {
            FailedStart.tell(failure);
            throw failure;
        }
    }
}
