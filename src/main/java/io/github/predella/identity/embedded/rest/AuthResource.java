package io.github.predella.identity.embedded.rest;

import io.github.predella.identity.embedded.EmbeddedSettings;
import io.github.predella.identity.embedded.GrantService;
import io.github.predella.identity.embedded.ProjectService;
import io.github.predella.identity.embedded.Scope;
import io.github.predella.identity.embedded.ServiceCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** {@code /auth/…}: what the asker can reach. */
@ApplicationScoped
@Path("auth")
public class AuthResource {

    private ProjectService projects;
    private GrantService grants;
    private EmbeddedSettings settings;
    private Asker asker;

    /** For the container's proxy only. */
    protected AuthResource() {}

    @Inject
    public AuthResource(ProjectService projects, GrantService grants, EmbeddedSettings settings, Asker asker) {
        this.projects = projects;
        this.grants = grants;
        this.settings = settings;
        this.asker = asker;
    }

    @GET
    @Path("catalog")
    public Response catalogue() {
        var scoped = !asker.token().roles().isEmpty();
        var links = asker.links();
        var catalogue = scoped ? TokenJson.catalogue(ServiceCatalogue.at(links.base(), settings)) : JsonParts.array();
        return IdentityAnswer.of(
                200, JsonParts.object().add("catalog", catalogue).add("links", links.self()));
    }

    @GET
    @Path("projects")
    public Response projects() {
        var links = asker.links();
        var found = projects.ofAsker(asker.token(), IdentityAnswer.LIMIT);
        return IdentityAnswer.list("projects", found, new AccountJson(links)::project, links);
    }

    @GET
    @Path("domains")
    public Response domains() {
        var links = asker.links();
        var found = grants.reaches(asker.token(), Scope.DOMAIN) ? List.of(Scope.DOMAIN) : List.<Scope>of();
        return IdentityAnswer.list("domains", found, domain -> new AccountJson(links).domain(), links);
    }

    @GET
    @Path("system")
    public Response system() {
        var found = JsonParts.array();
        if (grants.reaches(asker.token(), Scope.SYSTEM)) {
            found.add(JsonParts.object().add("all", true));
        }
        return IdentityAnswer.of(
                200,
                JsonParts.object()
                        .add("system", found)
                        .add("links", asker.links().self()));
    }
}
