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

/** {@code /system/users/{user}/roles}: the roles given to a user on the whole deployment. */
@ApplicationScoped
@Path("system/users/{user}/roles")
public class SystemGrantsResource {

    private GrantAnswers answers;

    /** For the container's proxy only. */
    protected SystemGrantsResource() {}

    @Inject
    public SystemGrantsResource(GrantAnswers answers) {
        this.answers = answers;
    }

    @GET
    public Response list(@PathParam("user") String user) {
        return answers.list(Scope.SYSTEM, user);
    }

    @GET
    @Path("{role}")
    public Response check(@PathParam("user") String user, @PathParam("role") String role) {
        return answers.check(Scope.SYSTEM, user, role);
    }

    @PUT
    @Path("{role}")
    public Response grant(@PathParam("user") String user, @PathParam("role") String role) {
        return answers.grant(Scope.SYSTEM, user, role);
    }

    @DELETE
    @Path("{role}")
    public Response revoke(@PathParam("user") String user, @PathParam("role") String role) {
        return answers.revoke(Scope.SYSTEM, user, role);
    }
}
