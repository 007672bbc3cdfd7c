package io.github.predella.testing;

import io.github.predella.db.Dialect;
import io.github.predella.db.Migrator;
import io.github.predella.db.SettingsDataSource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.jpa.JpaHelper;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.eclipse.persistence.logging.AbstractSessionLog;
import org.eclipse.persistence.logging.SessionLog;
import org.eclipse.persistence.logging.SessionLogEntry;

/**
 * A migrated database for tests without a server: Derby in memory, or a PostgreSQL or MariaDB of this machine's. Each
 * instance has a database of its own, which closing removes. One transaction at a time, except in further sessions.
 */
public final class TestingDatabase implements AutoCloseable {

    private final Runnable drop;
    private final SettingsDataSource source;
    private final EntityManagerFactory factory;
    private final AtomicInteger statements = new AtomicInteger();
    private final Session session;

    private TestingDatabase(String connection, Runnable drop) {
        this.drop = drop;
        this.source = new SettingsDataSource(connection);
        new Migrator(source).migrate();
        this.factory = new PersistenceProvider().createEntityManagerFactory("predella", properties());
        this.session = session();
        JpaHelper.getServerSession(factory).setSessionLog(new CountingLog());
    }

    /** A new, empty database of that kind; the test is skipped when there is no server for it. */
    public static TestingDatabase of(Dialect dialect) {
        if (dialect == Dialect.DERBY) {
            String address = "jdbc:derby:memory:" + UUID.randomUUID();
            return new TestingDatabase(address + ";create=true", () -> dropDerby(address));
        }
        String address = newDatabase(dialect);
        String named = address.substring(address.lastIndexOf('/') + 1);
        return new TestingDatabase(address, () -> execute(standard(dialect), "DROP DATABASE " + named));
    }

    /**
     * Makes an empty database on a server of that kind and returns its address, in the form of the settings; the test
     * is skipped when the machine has no such server.
     */
    public static String newDatabase(Dialect dialect) {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        execute(standard(dialect), "CREATE DATABASE " + name);
        return DatabaseServer.of(dialect) + "/" + name;
    }

    /** The database that every server has. */
    private static String standard(Dialect dialect) {
        return DatabaseServer.of(dialect) + (dialect == Dialect.POSTGRESQL ? "/postgres" : "/mysql");
    }

    public Dialect dialect() {
        return Dialect.of(source.address().jdbcUrl());
    }

    public SettingsDataSource source() {
        return source;
    }

    public EntityManager rows() {
        return session.rows();
    }

    /** Runs work in a transaction of its own, which is rolled back when the work throws. */
    public <T> T in(Supplier<T> work) {
        return session.in(work);
    }

    /** A further user of the same database, for one thread of its own. */
    public Session session() {
        return new Session(factory.createEntityManager());
    }

    /** How many statements the work sends. */
    public int statementsOf(Runnable work) {
        int before = statements.get();
        work.run();
        return statements.get() - before;
    }

    /** One user of the database. */
    public record Session(EntityManager rows) implements AutoCloseable {

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

        @Override
        public void close() {
            rows.close();
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

    /** Counts what is sent to the database, and keeps silent. */
    private final class CountingLog extends AbstractSessionLog {

        @Override
        public boolean shouldLog(int level, String category) {
            return level == SessionLog.FINE && SessionLog.SQL.equals(category);
        }

        @Override
        public int getLevel(String category) {
            return SessionLog.SQL.equals(category) ? SessionLog.FINE : SessionLog.OFF;
        }

        @Override
        public void log(SessionLogEntry entry) {
            if (SessionLog.SQL.equals(entry.getNameSpace())) {
                statements.incrementAndGet();
            }
        }
    }

    @Override
    public void close() {
        session.close();
        factory.close();
        drop.run();
    }

    private static void dropDerby(String address) {
        try {
            new SettingsDataSource(address + ";drop=true").getConnection().close();
        } catch (SQLException dropped) {
            // Derby reports a dropped database by an exception.
        }
    }

    private static void execute(String connection, String statement) {
        try (var open = new SettingsDataSource(connection).getConnection();
                var sql = open.createStatement()) {
            sql.execute(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
