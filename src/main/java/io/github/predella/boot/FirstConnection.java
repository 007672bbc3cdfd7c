package io.github.predella.boot;

import io.github.predella.db.SettingsDataSource;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The database of the settings, which tells in one line when it has never been reached. The server opens the
 * persistence unit ahead of any code of ours, so a start that fails for want of a database fails here. Safe for use by
 * many threads.
 */
public final class FirstConnection implements DataSource {

    private final SettingsDataSource settings;
    private volatile boolean reached;

    /** Made by the server's pool. */
    public FirstConnection() {
        try {
            settings = new SettingsDataSource();
        } catch (RuntimeException failure) {
            FailedStart.tell(failure);
            throw failure;
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            var connection = settings.getConnection();
            reached = true;
            return connection;
        } catch (SQLException away) {
            if (!reached) {
                FailedStart.tell(away);
            }
            throw away;
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
