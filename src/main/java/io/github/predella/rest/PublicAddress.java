package io.github.predella.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The address under which clients know this service: as configured, or else as the request was addressed, also where
 * trusted proxies stand in between.
 */
@RequestScoped
public class PublicAddress {

    private PorchSettings settings;
    private HttpServletRequest request;

    /** For the container's proxy only. */
    protected PublicAddress() {}

    @Inject
    public PublicAddress(PorchSettings settings, HttpServletRequest request) {
        this.settings = settings;
        this.request = request;
    }

    /** The absolute address of a path, which begins with a slash. */
    public String of(String path) {
        return base() + path;
    }

    private String base() {
        return settings.publicEndpoint() == null ? asAddressed(request) : settings.publicEndpoint();
    }

    /** Scheme, host and port of a request, and a prefix that a proxy has taken off, without a slash at the end. */
    public static String asAddressed(HttpServletRequest request) {
        return OuterAddress.of(request)
                .map(outer -> outer.origin() + outer.prefix())
                .orElseGet(() -> ofConnection(request));
    }

    private static String ofConnection(HttpServletRequest request) {
        String address = request.getRequestURL().toString();
        int path = address.indexOf('/', address.indexOf("://") + 3);
        return path < 0 ? address : address.substring(0, path);
    }
}
