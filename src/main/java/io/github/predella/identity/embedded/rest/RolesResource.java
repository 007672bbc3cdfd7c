package io.github.predella.identity.embedded.rest;

import io.github.predella.identity.embedded.RoleService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;

/** {@code /roles}. */
@ApplicationScoped
@Path("roles")
public class RolesResource {

    private RoleService roles;
    private Asker asker;

    /** For the container's proxy only. */
    protected RolesResource() {}

    @Inject
    public RolesResource(RoleService roles, Asker asker) {
        this.roles = roles;
        this.asker = asker;
    }

    /** Roles of a domain are asked for as well by clients; there are none. */
    @GET
    public Response list(@QueryParam("name") String name, @QueryParam("domain_id") String domain) {
        var found = roles.list(asker.token(), name, IdentityAnswer.LIMIT);
        return IdentityAnswer.list("roles", domain == null ? found : List.of(), json()::role, asker.links());
    }

    @POST
    public Response create(InputStream body) {
        var role = roles.create(asker.token(), IdentityBody.read(body, "role"));
        return IdentityAnswer.of(201, "role", json().role(role));
    }

    @GET
    @Path("{id}")
    public Response show(@PathParam("id") String id) {
        return IdentityAnswer.of(200, "role", json().role(roles.get(asker.token(), id)));
    }

    @PATCH
    @Path("{id}")
    public Response update(@PathParam("id") String id, InputStream body) {
        var role = roles.update(asker.token(), id, IdentityBody.read(body, "role"));
        return IdentityAnswer.of(200, "role", json().role(role));
    }

    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") String id) {
        roles.delete(asker.token(), id);
        return IdentityAnswer.nothing();
    }

    @GET
    @Path("{id}/implies")
    public Response implied(@PathParam("id") String id) {
        var links = asker.links();
        var inference = InferenceJson.of(roles.get(asker.token(), id), links);
        return IdentityAnswer.of(
                200, JsonParts.object().add("role_inference", inference).add("links", links.self()));
    }

    private AccountJson json() {
        return new AccountJson(asker.links());
    }
}
