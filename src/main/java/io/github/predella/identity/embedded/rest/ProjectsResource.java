package io.github.predella.identity.embedded.rest;

import io.github.predella.identity.embedded.ProjectService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** {@code /projects}. */
@ApplicationScoped
@Path("projects")
public class ProjectsResource {

    private ProjectService projects;
    private Asker asker;

    /** For the container's proxy only. */
    protected ProjectsResource() {}

    @Inject
    public ProjectsResource(ProjectService projects, Asker asker) {
        this.projects = projects;
        this.asker = asker;
    }

    @GET
    public Response list(@BeanParam AccountFilter filter) {
        var found = projects.list(asker.token(), filter.name, filter.flag(), IdentityAnswer.LIMIT);
        return IdentityAnswer.list("projects", filter.inDomain(found), json()::project, asker.links());
    }

    @POST
    public Response create(InputStream body) {
        var project = projects.create(asker.token(), IdentityBody.read(body, "project"));
        return IdentityAnswer.of(201, "project", json().project(project));
    }

    @GET
    @Path("{id}")
    public Response show(@PathParam("id") String id) {
        return IdentityAnswer.of(200, "project", json().project(projects.get(asker.token(), id)));
    }

    @PATCH
    @Path("{id}")
    public Response update(@PathParam("id") String id, InputStream body) {
        var project = projects.update(asker.token(), id, IdentityBody.read(body, "project"));
        return IdentityAnswer.of(200, "project", json().project(project));
    }

    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") String id) {
        projects.delete(asker.token(), id);
        return IdentityAnswer.nothing();
    }

    private AccountJson json() {
        return new AccountJson(asker.links());
    }
}
