package io.github.predella.rest;

import io.github.predella.core.Fault;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/** Refuses a body where none belongs (images-api, "Request processing order", step 8). */
@Provider
@NoBody
public class NoBodyFilter implements ContainerRequestFilter {

    private static final Set<String> METHODS_WITH_BODY = Set.of("POST", "PUT", "PATCH");

    @Override
    public void filter(ContainerRequestContext request) {
        boolean chunked =
                METHODS_WITH_BODY.contains(request.getMethod()) && request.getHeaderString("Transfer-Encoding") != null;
        if (AnnouncedLength.of(request) > 0 || chunked) {
            throw Fault.invalid("A body is not expected with this request.");
        }
    }
}
