package io.github.predella.notify;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a broker in the reference's form, taken apart: {@code rabbit://user:password@host:port,…/vhost}. What is
 * missing is the broker's own default. Percent-encoded characters are decoded.
 *
 * @param tls whether it says that connections are encrypted
 * @param hosts the broker's nodes, at least one
 * @param virtualHost part of the broker
 */
public record BrokerAddress(boolean tls, List<Host> hosts, String virtualHost) {

    private static final int PORT = 5672;
    private static final int TLS_PORT = 5671;

    private static final Pattern WHOLE =
            Pattern.compile("(?<driver>[\\w+]+)://(?<hosts>[^/?]*)(?:/(?<vhost>[^?]*))?(?:\\?.*)?");
    private static final Pattern HOST = Pattern.compile(
            "(?:(?<user>[^:@]*)(?::(?<password>[^@]*))?@)?(?:\\[(?<six>[^]]+)]|(?<name>[^:@\\[\\]]*))(?::(?<port>\\d{1,5}))?");

    public BrokerAddress {
        hosts = List.copyOf(hosts);
    }

    /** One node of the broker, and who the service is there. */
    public record Host(String user, String password, String name, int port) {

        /** Without the credentials. */
        @Override
        public String toString() {
            return name + ":" + port;
        }
    }

    /** Takes a text apart; throws {@link IllegalArgumentException} with a sentence for operators without the text. */
    public static BrokerAddress parse(String text) {
        Matcher whole = WHOLE.matcher(text.strip());
        if (!whole.matches()) {
            throw malformed();
        }
        boolean tls = isEncrypted(whole.group("driver").toLowerCase(Locale.ROOT));
        String path = whole.group("vhost");
        String vhost = path == null || path.isEmpty() ? "/" : decoded(path);
        return new BrokerAddress(tls, hosts(whole.group("hosts"), tls ? TLS_PORT : PORT), vhost);
    }

    private static boolean isEncrypted(String driver) {
        return switch (driver) {
            case "rabbit", "amqp" -> false;
            case "rabbit+ssl", "amqps" -> true;
            default ->
                throw new IllegalArgumentException("transport_url begins with " + driver
                        + "://, but notifications travel by AMQP 0-9-1 only: rabbit:// or rabbit+ssl://");
        };
    }

    /** A host without credentials has those of the one before it. */
    private static List<Host> hosts(String text, int usualPort) {
        var hosts = new ArrayList<Host>();
        String user = "guest";
        String password = "guest";
        for (String one : text.split(",", -1)) {
            Matcher parts = HOST.matcher(one.strip());
            if (!parts.matches()) {
                throw malformed();
            }
            if (parts.group("user") != null) {
                user = decoded(parts.group("user"));
                password = parts.group("password") == null ? "" : decoded(parts.group("password"));
            }
            hosts.add(new Host(user, password, name(parts), port(parts.group("port"), usualPort)));
        }
        return hosts;
    }

    private static String name(Matcher parts) {
        String six = parts.group("six");
        String name = six == null ? parts.group("name") : six;
        return name.isEmpty() ? "localhost" : name;
    }

    private static int port(String text, int usual) {
        int port = text == null ? usual : Integer.parseInt(text);
        if (port < 1 || port > 65_535) {
            throw malformed();
        }
        return port;
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("transport_url is not the address of a broker: it has the form"
                + " rabbit://user:password@host:port,user:password@host:port/vhost, and special characters in it are"
                + " percent-encoded");
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
        return hosts + " " + virtualHost;
    }
}
