package io.github.predella.identity.embedded.rest;

import io.github.predella.identity.VerifiedToken;
import io.github.predella.identity.embedded.EmbeddedIdentity;
import io.github.predella.identity.embedded.IdentityFaults;
import io.github.predella.rest.ClientAddress;
import io.github.predella.rest.PublicAddress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Who asks, and where: for the length of one request. */
@RequestScoped
public class Asker {

    static final String TOKEN = "X-Auth-Token";

    private EmbeddedIdentity identity;
    private PublicAddress address;
    private HttpServletRequest request;

    /** For the container's proxy only. */
    protected Asker() {}

    @Inject
    public Asker(EmbeddedIdentity identity, PublicAddress address, HttpServletRequest request) {
        this.identity = identity;
        this.address = address;
        this.request = request;
    }

    /** The asker's valid token; throws a Fault of kind UNAUTHENTICATED when there is none. */
    public VerifiedToken token() {
        var token = Optional.ofNullable(request.getHeader(TOKEN))
                .flatMap(identity::verify)
                .orElseThrow(IdentityFaults::unauthenticated);
        token.trace();
        return token;
    }

    /** The network address the request comes from. */
    public String address() {
        return ClientAddress.of(request);
    }

    /** The addresses of this deployment. */
    public Links links() {
        var query = request.getQueryString();
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return new Links(address.of(""), path + (query == null ? "" : "?" + query));
    }
}
