package io.github.predella.identity.embedded.rest;

import io.github.predella.identity.embedded.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** {@code /domains/{domain}/users/{user}/roles}: the roles given to a user in the domain. */
@ApplicationScoped
@Path("domains/{domain}/users/{user}/roles")
public class DomainGrantsResource {

    private GrantAnswers answers;

    /** For the container's proxy only. */
    protected DomainGrantsResource() {}

    @Inject
    public DomainGrantsResource(GrantAnswers answers) {
        this.answers = answers;
    }

    @GET
    public Response list(@PathParam("domain") String domain, @PathParam("user") String user) {
        return answers.list(new Scope(Scope.Kind.DOMAIN, domain), user);
    }

    @GET
    @Path("{role}")
    public Response check(
            @PathParam("domain") String domain, @PathParam("user") String user, @PathParam("role") String role) {
        return answers.check(new Scope(Scope.Kind.DOMAIN, domain), user, role);
    }

    @PUT
    @Path("{role}")
    public Response grant(
            @PathParam("domain") String domain, @PathParam("user") String user, @PathParam("role") String role) {
        return answers.grant(new Scope(Scope.Kind.DOMAIN, domain), user, role);
    }

    @DELETE
    @Path("{role}")
    public Response revoke(
            @PathParam("domain") String domain, @PathParam("user") String user, @PathParam("role") String role) {
        return answers.revoke(new Scope(Scope.Kind.DOMAIN, domain), user, role);
    }
}
