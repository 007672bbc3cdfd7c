package io.github.predella.fetch;

import io.github.predella.core.AddressText;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL taken apart. Only what every reader takes apart alike is one: no user, a host of plain letters, digits, dots,
 * dashes and underscores or a number in its usual form, a port from 1 to 65535.
 *
 * @param uri the whole, without fragment, all ASCII
 * @param scheme in lower case
 * @param host a name in lower case without the dot at the end, or an address in its usual form without brackets
 * @param literal the address when the host is one
 * @param port only when it is written
 */
public record WebAddress(URI uri, String scheme, String host, Optional<InetAddress> literal, OptionalInt port) {

    private static final int LENGTH = 8192;
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:\\[(?<six>[0-9A-Fa-f:.]+)]|(?<name>[A-Za-z0-9._-]+))(?::(?<port>[0-9]{1,5}))?");
    private static final Pattern NAME = Pattern.compile("(?=.{1,253}$)[a-z0-9_-]{1,63}(\\.[a-z0-9_-]{1,63})*");

    /** Names end with a letter's label; what ends like this is taken for a number by some resolver or other. */
    private static final Pattern ENDS_AS_NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");

    /** Takes a URL apart; empty when it is none, or none that all readers understand alike. */
    public static Optional<WebAddress> parse(String text) {
        if (text.length() > LENGTH) {
            return Optional.empty();
        }
        try {
            return parse(new URI(new URI(text).toASCIIString()));
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Optional<WebAddress> parse(URI uri) throws URISyntaxException {
        if (uri.getScheme() == null || uri.getRawAuthority() == null) {
            return Optional.empty();
        }
        Matcher parts = AUTHORITY.matcher(uri.getRawAuthority());
        if (!parts.matches()) {
            return Optional.empty();
        }
        int port = parts.group("port") == null ? -1 : Integer.parseInt(parts.group("port"));
        if (port == 0 || port > 65535) {
            return Optional.empty();
        }
        String written = parts.group("six") == null ? parts.group("name") : parts.group("six");
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String whole = scheme + "://" + uri.getRawAuthority() + pathOf(uri);
        return host(written)
                .map(host -> new WebAddress(
                        URI.create(whole),
                        scheme,
                        host,
                        AddressText.read(host),
                        port < 0 ? OptionalInt.empty() : OptionalInt.of(port)));
    }

    /** The usual form of a host, without brackets; empty when the text is no host. */
    static Optional<String> host(String text) {
        Optional<String> address = AddressText.read(text).map(InetAddress::getHostAddress);
        if (address.isPresent()) {
            return address;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        String name = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        boolean plain =
                NAME.matcher(name).matches() && !ENDS_AS_NUMBER.matcher(name).matches();
        return plain ? Optional.of(name) : Optional.empty();
    }

    /** What stands behind the authority: at least a slash. */
    String pathAndQuery() {
        return pathOf(uri);
    }

    /** The port to connect to. */
    int effectivePort() {
        return port.orElse(scheme.equals("https") ? 443 : 80);
    }

    /** Whether the other one is served by the same server, as far as a URL can tell. */
    boolean sameOrigin(WebAddress other) {
        return scheme.equals(other.scheme) && host.equals(other.host) && effectivePort() == other.effectivePort();
    }

    private static String pathOf(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
