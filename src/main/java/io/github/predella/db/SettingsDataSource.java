package io.github.predella.db;

import io.github.predella.config.Settings;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Opens connections to the database that the settings name, with whichever driver of this application knows its
 * address. The server's pool makes one of these by its no-argument constructor and keeps the connections. Safe for use
 * by many threads.
 */
public final class SettingsDataSource implements DataSource {

    private final DatabaseAddress address;
    private final Driver driver;

    /** @throws IllegalArgumentException when the settings name no database that is supported */
    public SettingsDataSource() {
        this(Settings.ofProcess().read(DatabaseSettings.class).connection().value());
    }

    /** @param connection as in {@link DatabaseSettings} */
    public SettingsDataSource(String connection) {
        this.address = DatabaseAddress.parse(connection);
        this.driver = driver(address);
        if (Dialect.of(address.jdbcUrl()) == Dialect.DERBY) {
            DerbyTuning.apply(address.jdbcUrl());
        }
    }

    public DatabaseAddress address() {
        return address;
    }

    /** Loaded through this application's own class loader: the server does not know these drivers. */
    private static Driver driver(DatabaseAddress address) {
        for (Driver candidate : ServiceLoader.load(Driver.class, SettingsDataSource.class.getClassLoader())) {
            try {
                if (candidate.acceptsURL(address.jdbcUrl())) {
                    return candidate;
                }
            } catch (SQLException notThisOne) {
                // A driver that fails at an address of somebody else's does not know it.
            }
        }
        throw new IllegalArgumentException("no driver for the database " + address);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return open(address.properties());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        var properties = new Properties();
        properties.putAll(address.properties());
        if (user != null && !user.isEmpty()) {
            properties.setProperty("user", user);
            properties.setProperty("password", password == null ? "" : password);
        }
        return open(properties);
    }

    private Connection open(Properties properties) throws SQLException {
        var connection = driver.connect(address.jdbcUrl(), properties);
        if (connection == null) {
            throw new SQLException("the driver does not take the address " + address);
        }
        return connection;
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // The drivers log for themselves.
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // Set in the address where the driver knows such a thing.
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("not a " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
