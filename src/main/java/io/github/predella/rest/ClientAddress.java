package io.github.predella.rest;

import jakarta.servlet.ServletRequest;

/** Where a request comes from, for limits and records. */
public final class ClientAddress {

    private ClientAddress() {}

    /** The network address of the client: that of the connection, or what trusted proxies say. Never a name. */
    public static String of(ServletRequest request) {
        return OuterAddress.of(request).map(OuterAddress::client).orElseGet(request::getRemoteAddr);
    }
}
