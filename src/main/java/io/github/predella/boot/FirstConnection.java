package io.github.predella.boot;

import io.github.predella.config.Settings;
import io.github.predella.db.DatabaseSettings;
import io.github.predella.db.SettingsDataSource;
import io.github.predella.db.StartPatience;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The database of the settings, which is waited for at the start, and tells in one line when it was never reached. The
 * server opens the persistence unit ahead of any code of ours, so a start that fails for want of a database fails here.
 * Safe for use by many threads.
 */
public final class FirstConnection implements DataSource {

    private static final Logger LOG = Logger.getLogger(FirstConnection.class.getName());

    private final SettingsDataSource settings;
    private final StartPatience patience;
    private volatile boolean reached;

    /** Made by the server's pool. */
    public FirstConnection() {
        try {
            settings = new SettingsDataSource();
            patience = StartPatience.of(Settings.ofProcess().read(DatabaseSettings.class));
        } catch (RuntimeException failure) {
            FailedStart.tell(failure);
            throw failure;
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = reached ? settings.getConnection() : first();
        reached = true;
        return connection;
    }

    private Connection first() throws SQLException {
        for (int again = 0; ; again++) {
            try {
                return settings.getConnection();
            } catch (SQLException away) {
                if (!patience.allows(again, away)) {
                    FailedStart.tell(away);
                    throw away;
                }
                LOG.warning(() -> "the database cannot be reached yet: " + FailedStart.reason(away));
                patience.pause();
            }
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return settings.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        settings.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) {
        settings.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() {
        return settings.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return settings.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return settings.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return settings.isWrapperFor(type);
    }
}
