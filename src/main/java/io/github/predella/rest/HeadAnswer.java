package io.github.predella.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Takes the body off the answer to HEAD, which says a length of 0 then (wire-details, "Headers"). */
@Provider
@Priority(0)
public class HeadAnswer implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getMethod().equals(HttpShape.HEAD) && response.hasEntity()) {
            String mediaType = String.valueOf(response.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE));
            response.setEntity(null);
            response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, mediaType);
            response.getHeaders().putSingle(HttpHeaders.CONTENT_LENGTH, 0);
        }
    }
}
