package io.github.predella.db;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The options behind the {@code ?} of a reference's address, in the words of our drivers. */
final class DriverOptions {

    private static final Set<String> OF_NO_MEANING_FOR_MARIA =
            Set.of("use_unicode", "binary_prefix", "write_timeout", "autocommit", "plugin");

    private static final Set<String> OF_NO_MEANING_FOR_POSTGRES =
            Set.of("gssencmode", "keepalives_idle", "keepalives_interval", "keepalives_count");

    private static final Set<String> SAME_IN_POSTGRES = Set.of("sslmode", "sslcert", "sslkey", "sslrootcert");

    private final Properties properties = new Properties();

    private DriverOptions() {}

    /** @throws IllegalArgumentException with a sentence for an option that cannot be honoured */
    static Properties ofMaria(Map<String, String> options) {
        var translated = new DriverOptions();
        options.forEach(translated::maria);
        translated.secureMaria(options);
        return translated.properties;
    }

    /** @throws IllegalArgumentException with a sentence for an option that cannot be honoured */
    static Properties ofPostgres(Map<String, String> options) {
        var translated = new DriverOptions();
        options.forEach(translated::postgres);
        return translated.properties;
    }

    private void maria(String key, String value) {
        switch (key) {
            case "charset" -> requireUnicode(key, value);
            case "connect_timeout" -> properties.setProperty("connectTimeout", milliseconds(key, value));
            case "read_timeout" -> properties.setProperty("socketTimeout", milliseconds(key, value));
            case "unix_socket" -> throw refused(key, "name a host and a port in its place");
            case "ssl_cert", "ssl_key", "ssl_capath", "ssl_cipher" ->
                throw refused(key, "use a JDBC address with the options of the MariaDB driver");
            case "ssl_ca", "ssl", "ssl_mode", "ssl_disabled", "ssl_check_hostname" -> {}
            case "ssl_verify_cert", "ssl_verify_identity" -> {}
            default -> requireNoMeaning(OF_NO_MEANING_FOR_MARIA, key);
        }
    }

    /** What the options say together: whether the connection is encrypted, and what the server has to show. */
    private void secureMaria(Map<String, String> options) {
        String authorities = options.get("ssl_ca");
        String mode = options.getOrDefault("ssl_mode", "").toUpperCase(Locale.ROOT);
        boolean verifies = authorities != null || yes(options, "ssl_verify_cert") || mode.equals("VERIFY_CA");
        boolean named = mode.equals("VERIFY_IDENTITY")
                || yes(options, "ssl_verify_identity")
                || (authorities != null && mode.isEmpty() && !no(options, "ssl_check_hostname"));
        if (yes(options, "ssl_disabled") || mode.equals("DISABLED")) {
            return;
        }
        if (authorities != null) {
            properties.setProperty("serverSslCert", authorities);
        }
        if (named || verifies) {
            properties.setProperty("sslMode", named ? "verify-full" : "verify-ca");
        } else if (yes(options, "ssl") || mode.equals("REQUIRED")) {
            properties.setProperty("sslMode", "trust");
        }
    }

    private void postgres(String key, String value) {
        if (SAME_IN_POSTGRES.contains(key)) {
            properties.setProperty(key, value);
            return;
        }
        switch (key) {
            case "client_encoding", "charset" -> requireUnicode(key, value);
            case "connect_timeout" -> properties.setProperty("connectTimeout", seconds(key, value));
            case "application_name" -> properties.setProperty("ApplicationName", value);
            case "options" -> properties.setProperty("options", value);
            case "keepalives" -> properties.setProperty("tcpKeepAlive", String.valueOf(value.equals("1")));
            case "target_session_attrs" -> properties.setProperty("targetServerType", kindOfServer(key, value));
            case "host", "port" -> throw refused(key, "name the host and the port ahead of the database");
            default -> requireNoMeaning(OF_NO_MEANING_FOR_POSTGRES, key);
        }
    }

    private static String kindOfServer(String key, String value) {
        return switch (value) {
            case "any" -> "any";
            case "read-write", "primary" -> "primary";
            default -> throw refused(key, "it has to be any or read-write");
        };
    }

    private static void requireUnicode(String key, String value) {
        if (!value.toLowerCase(Locale.ROOT).matches("utf-?8(mb[34])?")) {
            throw refused(key, "texts travel as UTF-8 only");
        }
    }

    private static void requireNoMeaning(Set<String> known, String key) {
        if (!known.contains(key)) {
            throw refused(key, "it is not known; options of the drivers can be given in a JDBC address");
        }
    }

    private static boolean yes(Map<String, String> options, String key) {
        return options.getOrDefault(key, "").toLowerCase(Locale.ROOT).matches("1|true|yes|on");
    }

    private static boolean no(Map<String, String> options, String key) {
        return options.getOrDefault(key, "").toLowerCase(Locale.ROOT).matches("0|false|no|off");
    }

    private static String milliseconds(String key, String value) {
        return String.valueOf(TimeUnit.SECONDS.toMillis(Long.parseLong(seconds(key, value))));
    }

    private static String seconds(String key, String value) {
        if (!value.matches("\\d{1,6}")) {
            throw refused(key, "it has to be a number of seconds");
        }
        return value;
    }

    private static IllegalArgumentException refused(String key, String reason) {
        return new IllegalArgumentException("[database] connection has the option " + key + ": " + reason);
    }
}
