package io.github.predella.db;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a database in the reference's form, taken apart: {@code driver://user:password@host:port/name?key=value}.
 * Percent-encoded characters are decoded; a plus is a plus. What is not there is an empty text.
 *
 * @param driver in lower case, as {@code mysql+pymysql}
 * @param host an address of IPv6 without its brackets
 * @param options in their order, keys as they are written
 */
record ReferenceAddress(
        String driver,
        String user,
        String password,
        String host,
        String port,
        String name,
        Map<String, String> options) {

    private static final Pattern FORM =
            Pattern.compile("(?<driver>[\\w+]+)://(?:(?<user>[^:/@]*)(?::(?<password>[^@]*))?@)?"
                    + "(?:\\[(?<six>[^]/?]+)]|(?<host>[^:/?@]+))?(?::(?<port>\\d*))?"
                    + "(?:/(?<name>[^?]*))?(?:\\?(?<options>.*))?");

    /** @throws IllegalArgumentException when the text has another form; its sentence does not repeat the text */
    static ReferenceAddress parse(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches() || decoded(part(parts, "name")).matches(".*[?;&#].*")) {
            throw new IllegalArgumentException("[database] connection is not an address of a database: it has the form"
                    + " driver://user:password@host:port/name, and special characters in it are percent-encoded");
        }
        String six = part(parts, "six");
        return new ReferenceAddress(
                part(parts, "driver").toLowerCase(Locale.ROOT),
                decoded(part(parts, "user")),
                decoded(part(parts, "password")),
                six.isEmpty() ? part(parts, "host") : six,
                part(parts, "port"),
                decoded(part(parts, "name")),
                options(part(parts, "options")));
    }

    /** The driver's database, without the name of the Python library. */
    String database() {
        return driver.split("\\+", 2)[0];
    }

    /** Host and port as addresses write them. */
    String authority() {
        String place = host.isEmpty() ? "localhost" : host.contains(":") ? "[" + host + "]" : host;
        return port.isEmpty() ? place : place + ":" + port;
    }

    private static String part(Matcher parts, String group) {
        String text = parts.group(group);
        return text == null ? "" : text;
    }

    private static Map<String, String> options(String query) {
        var options = new LinkedHashMap<String, String>();
        for (String pair : query.split("&", -1)) {
            if (!pair.isBlank()) {
                String[] sides = pair.split("=", 2);
                options.put(decoded(sides[0]), sides.length == 2 ? decoded(sides[1]) : "");
            }
        }
        return options;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            // A bare percent sign, which the reference takes as it is, too.
            return text;
        }
    }

    /** Without the credentials. */
    @Override
    public String toString() {
        return driver + "://" + authority() + "/" + name;
    }
}
