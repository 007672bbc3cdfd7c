package io.github.predella.rest;

import jakarta.servlet.ServletRequest;
import java.util.Optional;

/**
 * How a request looked before the proxies in front of the service, as far as they say so and are believed.
 *
 * @param scheme {@code http} or {@code https}
 * @param host name or address, IPv6 in brackets
 * @param port 1 to 65535
 * @param prefix the path that the proxy has taken off, without a slash at the end; empty when none
 * @param client the address of the client
 */
record OuterAddress(String scheme, String host, int port, String prefix, String client) {

    private static final String ATTRIBUTE = OuterAddress.class.getName();

    static final String SECURE = "https";

    /** What was noted at a request; nothing when it came without a proxy that is believed. */
    static Optional<OuterAddress> of(ServletRequest request) {
        return Optional.ofNullable((OuterAddress) request.getAttribute(ATTRIBUTE));
    }

    /** Notes it, also for those who see the request without its wrapping. */
    void note(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    boolean secure() {
        return scheme.equals(SECURE);
    }

    /** Host and port as in a {@code Host} header. */
    String authority() {
        return port == usualPort(scheme) ? host : host + ":" + port;
    }

    /** Scheme, host and port, without the prefix and without a slash at the end. */
    String origin() {
        return scheme + "://" + authority();
    }

    static int usualPort(String scheme) {
        return scheme.equals(SECURE) ? 443 : 80;
    }
}
