package io.github.predella.boot;

import io.github.predella.notify.Postman;
import io.github.predella.tasks.TaskRunner;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
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
        maxIdleTime = 300,
        // A database that was away is used again: connections of before are noticed and thrown away, all at once.
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
            "fish.payara.validate-atmost-once-period-in-seconds=2",
            "fish.payara.fail-all-connections=true"
        })
public class Startup {

    /** The server itself waits about three seconds. */
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    @Resource(lookup = "java:app/jdbc/predella")
    private DataSource database;

    @Inject
    private StartSteps steps;

    @Inject
    private StartState state;

    @Inject
    private Instance<TaskRunner> tasks;

    @Inject
    private Instance<Postman> notices;

    @PostConstruct
    void start() {
        try {
            steps.run(database, state);
        } catch (RuntimeException failure) {
            FailedStart.tell(failure);
            throw failure;
        }
    }

    /**
     * Tasks that run are told to end, and note down why, for as long as the database can be reached; what others are to
     * know of that is told.
     */
    @PreDestroy
    void stop() {
        if (state.isComplete()) {
            tasks.get().stop(FAREWELL);
            notices.get().end(FAREWELL);
        }
    }
}
