package io.github.predella.data.rest;

import io.github.predella.core.Fault;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/** Insists on the version of the protocol where requests have to name it, and names it in every answer. */
@Provider
@Tus
public class TusFilter implements ContainerRequestFilter, ContainerResponseFilter {

    /** What is not part of the protocol, or tells about it. */
    private static final Set<String> VERSIONLESS = Set.of("GET", "OPTIONS");

    @Override
    public void filter(ContainerRequestContext request) {
        if (!VERSIONLESS.contains(request.getMethod()) && !Tus.VERSION.equals(request.getHeaderString(Tus.RESUMABLE))) {
            throw new Fault(
                    Fault.Kind.PRECONDITION_FAILED,
                    "The header Tus-Resumable has to name the version " + Tus.VERSION + ".");
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(Tus.RESUMABLE, Tus.VERSION);
        response.getHeaders().putSingle("Tus-Version", Tus.VERSION);
    }
}
