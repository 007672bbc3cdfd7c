package io.github.predella.rest;

import io.github.predella.config.Setting;
import io.github.predella.core.Network;
import java.net.InetAddress;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which proxies stand before the service and are believed.
 *
 * @param headersCount whether what proxies say about the outside of a request counts
 * @param trusted networks, as address/bits, of the proxies that are believed
 */
public record ProxySettings(
        @Setting(
                key = "oslo_middleware.enable_proxy_headers_parsing",
                fallback = "false",
                says = "whether X-Forwarded-* and Forwarded count when a trusted proxy sends them")
        boolean headersCount,

        @Setting(
                key = "predella.trusted_proxies",
                fallback = "127.0.0.0/8,::1/128",
                says = "networks, as address/bits, of the proxies whose headers count")
        List<String> trusted) {

    public ProxySettings {
        trusted = List.copyOf(trusted);
        trusted.forEach(Network::of);
    }

    /** A question about addresses that has read the networks once. */
    Predicate<InetAddress> trust() {
        var networks = trusted.stream().map(Network::of).toList();
        return address -> networks.stream().anyMatch(network -> network.contains(address));
    }
}
