package io.github.predella.identity.embedded.rest;

import io.github.predella.identity.embedded.RoleService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** {@code /role_inferences}: which role comes with which. They are the same everywhere and cannot be changed. */
@ApplicationScoped
@Path("role_inferences")
public class RoleInferencesResource {

    private RoleService roles;
    private Asker asker;

    /** For the container's proxy only. */
    protected RoleInferencesResource() {}

    @Inject
    public RoleInferencesResource(RoleService roles, Asker asker) {
        this.roles = roles;
        this.asker = asker;
    }

    @GET
    public Response list() {
        var links = asker.links();
        var implying = roles.list(asker.token(), null, IdentityAnswer.LIMIT).stream()
                .filter(role -> !role.implied().isEmpty())
                .toList();
        return IdentityAnswer.of(
                200,
                JsonParts.object()
                        .add("role_inferences", IdentityAnswer.array(implying, role -> InferenceJson.of(role, links))));
    }
}
