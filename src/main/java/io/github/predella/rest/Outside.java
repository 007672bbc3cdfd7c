package io.github.predella.rest;

import io.github.predella.core.AddressText;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads from a request how it looked to its client. Every proxy adds what it saw at the end of what it was given, so the
 * headers are read from their end, and only as far as the proxies that wrote them are trusted; what a client has put
 * there itself never counts. A text that is not what it should be counts as missing.
 *
 * <p>Clients may send the form that the proxy does not write. Where both forms are there and do not say the same, none
 * of them counts. Immutable.
 */
final class Outside {

    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]{0,252}|\\[[0-9A-Fa-f:.]{2,45}])(?::(\\d{1,5}))?");
    private static final Pattern NODE = Pattern.compile("([0-9.]+)(?::\\d{1,5})?|\\[([0-9A-Fa-f:.]+)](?::\\d{1,5})?");
    private static final Pattern PREFIX = Pattern.compile("(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*){1,8}");
    private static final int LONGEST_PREFIX = 200;
    private static final int HIGHEST_PORT = 65_535;

    private final Predicate<InetAddress> trusted;

    Outside(Predicate<InetAddress> trusted) {
        this.trusted = trusted;
    }

    /**
     * What the request itself says, without the headers of proxies.
     *
     * @param peer the address at the other end of the connection
     * @param scheme of the connection
     * @param host the {@code Host} header, or what the server takes for it
     */
    record Inside(String peer, String scheme, String host) {}

    /** How the request looked outside; nothing when its sender is not trusted or says nothing. */
    Optional<OuterAddress> of(Inside inside, ForwardedHeaders.Source headers) {
        if (!isTrusted(inside.peer())) {
            return Optional.empty();
        }
        var older = ForwardedHeaders.older(headers);
        var standard = ForwardedHeaders.standard(headers);
        String prefix = prefix(headers);
        if (older.isEmpty() && standard.isEmpty()) {
            return prefix.isEmpty() ? Optional.empty() : Optional.of(read(older, inside, prefix));
        }
        if (older.isEmpty() || standard.isEmpty()) {
            return Optional.of(read(older.isEmpty() ? standard : older, inside, prefix));
        }
        var one = read(older, inside, prefix);
        return one.equals(read(standard, inside, prefix)) ? Optional.of(one) : Optional.empty();
    }

    private OuterAddress read(ForwardedHeaders said, Inside inside, String prefix) {
        int depth = 0;
        String client = inside.peer();
        while (depth < said.hops().size() && isTrusted(client)) {
            var hop = node(fromEnd(said.hops(), depth));
            depth++;
            if (hop.isEmpty()) {
                break;
            }
            client = hop.get();
        }
        int outermost = Math.max(depth, 1) - 1;
        String scheme = scheme(fromEnd(said.schemes(), outermost)).orElse(inside.scheme());
        Matcher host = HOST.matcher(fromEnd(said.hosts(), outermost));
        if (!isHost(host)) {
            host = HOST.matcher(inside.host());
            if (!isHost(host)) {
                host = HOST.matcher("localhost");
                host.matches();
            }
        }
        int port = host.group(2) != null
                ? Integer.parseInt(host.group(2))
                : port(fromEnd(said.ports(), outermost)).orElse(OuterAddress.usualPort(scheme));
        return new OuterAddress(scheme, host.group(1), port, prefix, client);
    }

    /** Proxies that overwrite what they are given leave one text, which then holds for all of them. */
    private static String fromEnd(List<String> texts, int depth) {
        return texts.isEmpty() ? "" : texts.get(Math.max(0, texts.size() - 1 - depth));
    }

    private boolean isTrusted(String address) {
        return AddressText.read(withoutZone(address)).filter(trusted).isPresent();
    }

    private static String withoutZone(String address) {
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }

    /** A sender's address without its port; nothing for those that hide behind a word. */
    private static Optional<String> node(String text) {
        var matcher = NODE.matcher(text);
        String address = matcher.matches() ? matcher.group(1) == null ? matcher.group(2) : matcher.group(1) : text;
        return AddressText.read(address).map(InetAddress::getHostAddress);
    }

    private static Optional<String> scheme(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return Optional.of(lower).filter(some -> some.equals("http") || some.equals("https"));
    }

    private static boolean isHost(Matcher host) {
        return host.matches() && (host.group(2) == null || port(host.group(2)).isPresent());
    }

    private static Optional<Integer> port(String text) {
        return Optional.of(text)
                .filter(some -> some.matches("\\d{1,5}"))
                .map(Integer::valueOf)
                .filter(port -> port >= 1 && port <= HIGHEST_PORT);
    }

    private static String prefix(ForwardedHeaders.Source headers) {
        var said = headers.all("X-Forwarded-Prefix");
        String text = said.size() == 1 ? said.get(0).strip() : "";
        String plain = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        return plain.length() <= LONGEST_PREFIX && PREFIX.matcher(plain).matches() ? plain : "";
    }
}
