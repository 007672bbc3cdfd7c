package io.github.predella.db;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

/**
 * Where the database is.
 *
 * @param jdbcUrl address in the driver's form, without credentials
 * @param properties what the driver is told besides, among it the credentials
 */
public record DatabaseAddress(String jdbcUrl, Properties properties) {

    /**
     * Reads {@code [database] connection}: either the form of the reference ({@code mysql+pymysql://user:password@
     * host:port/name}, {@code postgresql+psycopg2://…}) or a JDBC address as it is.
     *
     * @throws IllegalArgumentException for a database that is not supported; the text never holds the credentials
     */
    public static DatabaseAddress parse(String connection) {
        if (connection.startsWith("jdbc:")) {
            var address = new DatabaseAddress(connection, new Properties());
            address.tune(Dialect.of(connection));
            return address;
        }
        URI uri = uri(connection);
        var driver = uri.getScheme().toLowerCase(Locale.ROOT).split("\\+", 2)[0];
        var dialect =
                switch (driver) {
                    case "mysql", "mariadb" -> Dialect.MARIADB;
                    case "postgresql", "postgres" -> Dialect.POSTGRESQL;
                    default ->
                        throw new IllegalArgumentException("[database] connection names the database " + driver
                                + ", which is not supported: use PostgreSQL, MariaDB or Derby");
                };
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        var host = uri.getHost() == null ? "localhost" : uri.getHost();
        var address = new DatabaseAddress(
                "jdbc:" + dialect.folder() + "://" + host + port + uri.getPath(), credentials(uri.getRawUserInfo()));
        address.tune(dialect);
        return address;
    }

    private static URI uri(String connection) {
        try {
            var uri = URI.create(connection);
            if (uri.getScheme() != null) {
                return uri;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // The message of the exception would repeat the credentials.
        }
        throw new IllegalArgumentException("[database] connection is not an address of a database");
    }

    private static Properties credentials(String userInfo) {
        var properties = new Properties();
        if (userInfo != null) {
            var parts = userInfo.split(":", 2);
            properties.setProperty("user", URLDecoder.decode(parts[0], StandardCharsets.UTF_8));
            if (parts.length == 2) {
                properties.setProperty("password", URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return properties;
    }

    private void tune(Dialect dialect) {
        switch (dialect) {
            // The visibility column is an enumeration there, and a text parameter is only taken for it when untyped.
            // Every statement is planned with its values: a plan for any value is a bad one for a rare tag or project.
            case POSTGRESQL -> {
                properties.putIfAbsent("stringtype", "unspecified");
                properties.putIfAbsent("options", "-c plan_cache_mode=force_custom_plan");
            }
            // A page of parameters in one packet; times as they are, since the columns are UTC without a zone.
            case MARIADB -> {
                properties.putIfAbsent("useServerPrepStmts", "true");
                properties.putIfAbsent("connectionTimeZone", "UTC");
                properties.putIfAbsent("transactionIsolation", "READ-COMMITTED");
            }
            case DERBY -> {}
        }
    }

    /** Credentials are left out. */
    @Override
    public String toString() {
        return jdbcUrl.replaceAll("[?;].*", "");
    }
}
