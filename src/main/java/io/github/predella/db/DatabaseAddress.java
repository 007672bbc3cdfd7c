package io.github.predella.db;

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
     * host:port/name?charset=utf8}, {@code postgresql+psycopg2://…}) or a JDBC address as it is. Options of the former
     * are translated for our drivers.
     *
     * @throws IllegalArgumentException for a database that is not supported or an option that cannot be honoured; the
     *     text never holds the credentials
     */
    public static DatabaseAddress parse(String connection) {
        if (connection.startsWith("jdbc:")) {
            var address = new DatabaseAddress(connection, new Properties());
            address.tune(Dialect.of(connection));
            return address;
        }
        var given = ReferenceAddress.parse(connection);
        var dialect =
                switch (given.database()) {
                    case "mysql", "mariadb" -> Dialect.MARIADB;
                    case "postgresql", "postgres" -> Dialect.POSTGRESQL;
                    default ->
                        throw new IllegalArgumentException("[database] connection names the database "
                                + given.database() + ", which is not supported: use PostgreSQL, MariaDB or Derby");
                };
        var properties = dialect == Dialect.MARIADB
                ? DriverOptions.ofMaria(given.options())
                : DriverOptions.ofPostgres(given.options());
        var address = new DatabaseAddress(
                "jdbc:" + dialect.folder() + "://" + given.authority() + "/" + given.name(), properties);
        address.authenticate(given);
        address.tune(dialect);
        return address;
    }

    private void authenticate(ReferenceAddress given) {
        if (!given.user().isEmpty()) {
            properties.setProperty("user", given.user());
        }
        if (!given.password().isEmpty()) {
            properties.setProperty("password", given.password());
        }
    }

    private void tune(Dialect dialect) {
        switch (dialect) {
            // The visibility column is an enumeration there, and a text parameter is only taken for it when untyped.
            // Every statement is planned with its values: a plan for any value is a bad one for a rare tag or project.
            case POSTGRESQL -> {
                properties.putIfAbsent("stringtype", "unspecified");
                properties.merge("options", "-c plan_cache_mode=force_custom_plan", (given, own) -> own + " " + given);
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
