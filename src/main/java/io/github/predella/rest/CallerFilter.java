package io.github.predella.rest;

import io.github.predella.core.Fault;
import io.github.predella.identity.IdentityPlace;
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
import java.util.regex.Pattern;

/**
 * Finds out who is calling before anything else is looked at, so that a stranger does not even learn which addresses
 * exist; and puts the request id on the answer of everybody who was let in.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class CallerFilter implements ContainerRequestFilter, ContainerResponseFilter {

    /** The header of the answer that names the request. */
    public static final String ANSWERED_ID = "x-openstack-request-id";

    /** The part of the API that pages of the dashboard use: a browser sends its files there. */
    private static final Pattern UPLOADS = Pattern.compile("/?images/[^/]+/upload-sessions(/.*)?");

    private final Admission admission;
    private final CurrentCaller current;
    private final IdentityPlace identity;
    private final PublicAddress address;

    @Inject
    public CallerFilter(Admission admission, CurrentCaller current, IdentityPlace identity, PublicAddress address) {
        this.admission = admission;
        this.current = current;
        this.identity = identity;
        this.address = address;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String method = request.getMethod();
        String address = request.getUriInfo().getRequestUri().getRawPath();
        var caller = UPLOADS.matcher(request.getUriInfo().getPath()).matches()
                ? admission.callerOrPage(method, address, request::getHeaderString)
                : admission.caller(method, address, request::getHeaderString);
        if (caller.isEmpty()) {
            refuse(request);
            return;
        }
        current.set(caller.get());
        current.set(admission.named(caller.get(), request::getHeaderString));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (current.isKnown()) {
            response.getHeaders().putSingle(ANSWERED_ID, current.requestId());
        }
    }

    private void refuse(ContainerRequestContext request) {
        var fault = new Fault(
                Fault.Kind.UNAUTHENTICATED,
                "This server could not verify that you are authorized to access the document you requested.");
        request.abortWith(ErrorAnswer.of(fault, request.getHeaderString(HttpHeaders.ACCEPT))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Keystone uri=\"" + identityAddress() + "\"")
                .build());
    }

    private String identityAddress() {
        return identity.address() != null ? identity.address() : address.of("/identity");
    }
}
