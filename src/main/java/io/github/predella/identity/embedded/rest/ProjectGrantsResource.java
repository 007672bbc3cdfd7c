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

/** {@code /projects/{project}/users/{user}/roles}: the roles given to a user in a project. */
@ApplicationScoped
@Path("projects/{project}/users/{user}/roles")
public class ProjectGrantsResource {

    private GrantAnswers answers;

    /** For the container's proxy only. */
    protected ProjectGrantsResource() {}

    @Inject
    public ProjectGrantsResource(GrantAnswers answers) {
        this.answers = answers;
    }

    @GET
    public Response list(@PathParam("project") String project, @PathParam("user") String user) {
        return answers.list(Scope.project(project), user);
    }

    @GET
    @Path("{role}")
    public Response check(
            @PathParam("project") String project, @PathParam("user") String user, @PathParam("role") String role) {
        return answers.check(Scope.project(project), user, role);
    }

    @PUT
    @Path("{role}")
    public Response grant(
            @PathParam("project") String project, @PathParam("user") String user, @PathParam("role") String role) {
        return answers.grant(Scope.project(project), user, role);
    }

    @DELETE
    @Path("{role}")
    public Response revoke(
            @PathParam("project") String project, @PathParam("user") String user, @PathParam("role") String role) {
        return answers.revoke(Scope.project(project), user, role);
    }
}
