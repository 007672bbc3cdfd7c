package io.github.predella.rest;

import io.github.predella.core.Caller;
import io.github.predella.core.Fault;
import io.github.predella.identity.CallerLookup;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/**
 * Finds out who is calling before anything else is looked at, so that a stranger does not even learn which addresses
 * exist; and puts the request id on the answer of everybody who was let in.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class CallerFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String TOKEN = "X-Auth-Token";
    private static final String SERVICE_TOKEN = "X-Service-Token";
    private static final String ANSWERED_ID = "x-openstack-request-id";

    private final CallerLookup callers;
    private final CurrentCaller current;
    private final PorchSettings settings;

    @Inject
    public CallerFilter(CallerLookup callers, CurrentCaller current, PorchSettings settings) {
        this.callers = callers;
        this.current = current;
        this.settings = settings;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String token = request.getHeaderString(TOKEN);
        Caller caller = verified(request, token);
        if (caller == null) {
            refuse(request);
            return;
        }
        current.set(caller);
        // Judged only now: a stranger gets 401 whatever else is wrong with the request.
        current.set(caller.withRequestId(
                RequestId.of(request.getHeaderString(RequestId.HEADER), settings.maxRequestIdLength())));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (current.isKnown()) {
            response.getHeaders().putSingle(ANSWERED_ID, current.requestId());
        }
    }

    private Caller verified(ContainerRequestContext request, String token) {
        String requestId = RequestId.fresh();
        if (token != null) {
            var found = callers.find(token, request.getHeaderString(SERVICE_TOKEN), requestId);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return settings.allowAnonymousAccess() ? Caller.anonymous(requestId) : null;
    }

    private void refuse(ContainerRequestContext request) {
        var fault = new Fault(
                Fault.Kind.UNAUTHENTICATED,
                "This server could not verify that you are authorized to access the document you requested.");
        request.abortWith(ErrorAnswer.of(fault, request.getHeaderString(HttpHeaders.ACCEPT))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Keystone uri=\"" + identityAddress(request) + "\"")
                .build());
    }

    private String identityAddress(ContainerRequestContext request) {
        return settings.identityAddress() != null
                ? settings.identityAddress()
                : request.getUriInfo().getBaseUri().resolve("/identity").toString();
    }
}
