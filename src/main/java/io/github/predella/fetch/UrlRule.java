package io.github.predella.fetch;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Which URLs may be fetched, going by their text. Of each pair of lists the disallowed one counts only when the allowed
 * one is empty, and an empty pair allows everything; ports are compared only where they are written. Immutable.
 *
 * @param schemes of {@code http} and {@code https}; other ones are never fetched
 * @param hosts names without regard to case and to a dot at the end, and addresses in any form
 * @param ports as decimal numbers
 */
public record UrlRule(Choice schemes, Choice hosts, Choice ports) {

    /**
     * Allowed and disallowed values.
     *
     * @param allowed if not empty, one of these is wanted
     * @param disallowed if the former is empty, none of these is wanted
     */
    public record Choice(List<String> allowed, List<String> disallowed) {

        /** Everything. */
        public static final Choice ANY = new Choice(List.of(), List.of());

        public Choice {
            allowed = List.copyOf(allowed);
            disallowed = List.copyOf(disallowed);
        }

        boolean accepts(String value) {
            return allowed.isEmpty() ? !disallowed.contains(value) : allowed.contains(value);
        }

        private Choice canonical(UnaryOperator<String> form) {
            return new Choice(
                    allowed.stream().map(form).toList(),
                    disallowed.stream().map(form).toList());
        }
    }

    /** Every URL of the two schemes. */
    public static final UrlRule ANY = new UrlRule(Choice.ANY, Choice.ANY, Choice.ANY);

    public UrlRule {
        schemes = schemes.canonical(scheme -> scheme.toLowerCase(Locale.ROOT));
        hosts = hosts.canonical(UrlRule::host);
        ports = ports.canonical(String::strip);
    }

    /** Whether the URL may be fetched. */
    public boolean allows(WebAddress url) {
        boolean fetchable = url.scheme().equals("http") || url.scheme().equals("https");
        return fetchable
                && schemes.accepts(url.scheme())
                && hosts.accepts(url.host())
                && (url.port().isEmpty()
                        || ports.accepts(Integer.toString(url.port().getAsInt())));
    }

    /** Whether the operator has allowed this very address as a host. */
    boolean names(InetAddress address) {
        return hosts.allowed().contains(address.getHostAddress());
    }

    /** Whether the operator has disallowed this very address as a host, and with it every name for it. */
    boolean bans(InetAddress address) {
        return hosts.allowed().isEmpty() && hosts.disallowed().contains(address.getHostAddress());
    }

    /** What is no host stays as it is, and equals none. */
    private static String host(String text) {
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        return WebAddress.host(bare).orElse(text);
    }
}
