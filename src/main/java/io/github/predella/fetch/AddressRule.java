package io.github.predella.fetch;

import io.github.predella.core.Network;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses may be connected to: those of the public network, and those of the operator's choice. Everything that
 * is special (loopback, private and shared networks, link-local, multicast, unspecified, reserved, documentation) is
 * refused, and so are IPv6 addresses that carry an IPv4 one inside (NAT64, 6to4, Teredo, compatible), because where they
 * end is decided elsewhere. IPv4-mapped addresses count as the IPv4 address. Immutable.
 */
public final class AddressRule {

    private static final List<Network> SPECIAL = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3ffe::/16",
            "3fff::/20");

    /** All public IPv6 addresses there are so far. */
    private static final Network PUBLIC_SIX = Network.of("2000::/3");

    private final List<Network> allowed;

    private AddressRule(List<Network> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /**
     * The rule with exceptions.
     *
     * @param networks what is allowed besides, each as {@code address/bits} or an address
     * @throws IllegalArgumentException with a sentence for the operator
     */
    public static AddressRule allowing(List<String> networks) {
        return new AddressRule(networks(networks.toArray(String[]::new)));
    }

    /** Whether a connection to this address may be made. */
    public boolean allows(InetAddress address) {
        return allowed.stream().anyMatch(network -> network.contains(address)) || isPublic(address);
    }

    private static boolean isPublic(InetAddress address) {
        boolean inside = address instanceof Inet4Address || PUBLIC_SIX.contains(address);
        return inside && SPECIAL.stream().noneMatch(network -> network.contains(address));
    }

    private static List<Network> networks(String... texts) {
        return Stream.of(texts).map(Network::of).toList();
    }
}
