package io.github.predella.testing;

import io.github.predella.db.Dialect;
import io.github.predella.db.Migrator;
import io.github.predella.db.SettingsDataSource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.jpa.PersistenceProvider;

/**
 * A migrated database for tests without a server: Derby in memory, or a PostgreSQL or MariaDB of this machine's.
 * Each instance has a database of its own. One transaction at a time.
 */
public final class TestingDatabase implements AutoCloseable {

    private final String connection;
    private final SettingsDataSource source;
    private final EntityManagerFactory factory;
    private final EntityManager rows;

    private TestingDatabase(String connection) {
        this.connection = connection;
        this.source = new SettingsDataSource(connection);
        new Migrator(source).migrate();
        var provider = new PersistenceProvider();
        this.factory = provider.createEntityManagerFactory("predella", properties());
        this.rows = factory.createEntityManager();
    }

    /** A new, empty database of that kind; the test is skipped when there is no server for it. */
    public static TestingDatabase of(Dialect dialect) {
        if (dialect == Dialect.DERBY) {
            return new TestingDatabase("jdbc:derby:memory:" + UUID.randomUUID() + ";create=true");
        }
        return new TestingDatabase(newDatabase(dialect));
    }

    /**
     * Makes an empty database on a server of that kind and returns its address, in the form of the settings; the test
     * is skipped when the machine has no such server.
     */
    public static String newDatabase(Dialect dialect) {
        String server = DatabaseServer.of(dialect);
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        String standard = dialect == Dialect.POSTGRESQL ? "/postgres" : "/mysql";
        execute(new SettingsDataSource(server + standard), "CREATE DATABASE " + name);
        return server + "/" + name;
    }

    public Dialect dialect() {
        return Dialect.of(source.address().jdbcUrl());
    }

    public SettingsDataSource source() {
        return source;
    }

    public EntityManager rows() {
        return rows;
    }

    /** Runs work in a transaction of its own, which is rolled back when the work throws. */
    public <T> T in(Supplier<T> work) {
        rows.getTransaction().begin();
        try {
            T result = work.get();
            rows.getTransaction().commit();
            return result;
        } finally {
            if (rows.getTransaction().isActive()) {
                rows.getTransaction().rollback();
            }
            rows.clear();
        }
    }

    private Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        properties.put(PersistenceUnitProperties.TRANSACTION_TYPE, "RESOURCE_LOCAL");
        properties.put(PersistenceUnitProperties.JTA_DATASOURCE, "");
        properties.put(PersistenceUnitProperties.NON_JTA_DATASOURCE, source);
        properties.put(PersistenceUnitProperties.SESSION_NAME, UUID.randomUUID().toString());
        properties.put(PersistenceUnitProperties.WEAVING, "false");
        return properties;
    }

    private static void execute(SettingsDataSource server, String statement) {
        try (Connection connection = server.getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        rows.close();
        factory.close();
        if (dialect() == Dialect.DERBY) {
            drop();
        }
    }

    private void drop() {
        try {
            new SettingsDataSource(connection.replace(";create=true", ";drop=true"))
                    .getConnection()
                    .close();
        } catch (SQLException dropped) {
            // Derby reports a dropped database by an exception.
        }
    }
}
