package io.github.predella.rest;

import io.github.predella.core.Fault;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/**
 * What the API does differently from a JAX-RS server's habits (wire-details): HEAD is not GET, a trailing slash is
 * another address, and {@code /v2} itself points to {@code /v2/}, where nothing is.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION + 100)
public class HttpShape implements ContainerRequestFilter {

    /** The name under which HEAD is matched, so that no GET method answers it. */
    static final String HEAD = "X-HEAD";

    private final PublicAddress address;

    @Inject
    public HttpShape(PublicAddress address) {
        this.address = address;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getRequestUri().getRawPath();
        if (path.equals("/v2")) {
            request.abortWith(Response.status(302)
                    .location(URI.create(address.of("/v2/")))
                    .header("Content-Type", "text/plain; charset=utf8")
                    .header("Content-Length", 0)
                    .build());
            return;
        }
        if (path.endsWith("/")) {
            throw Fault.notFound("The resource could not be found.");
        }
        if (path.indexOf(';') >= 0) {
            keepSemicolons(request);
        }
        if (request.getMethod().equals("HEAD")) {
            request.setMethod(HEAD);
        }
    }

    /** A semicolon is a character like any other: nothing behind it may be dropped from a name. */
    private static void keepSemicolons(ContainerRequestContext request) {
        var uri = request.getUriInfo().getRequestUri();
        request.setRequestUri(UriBuilder.fromUri(uri)
                .replacePath(uri.getRawPath().replace(";", "%3B"))
                .build());
    }
}
