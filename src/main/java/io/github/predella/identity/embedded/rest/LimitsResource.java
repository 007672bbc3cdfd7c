package io.github.predella.identity.embedded.rest;

import io.github.predella.identity.embedded.LimitService;
import io.github.predella.identity.embedded.StoredLimit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.function.Function;

/** {@code /limits}: how much single projects may have. */
@ApplicationScoped
@Path("limits")
public class LimitsResource {

    private LimitService limits;
    private Asker asker;

    /** For the container's proxy only. */
    protected LimitsResource() {}

    @Inject
    public LimitsResource(LimitService limits, Asker asker) {
        this.limits = limits;
        this.asker = asker;
    }

    @GET
    public Response list(@BeanParam LimitFilter filter) {
        var found = limits.list(asker.token(), filter.wanted(), IdentityAnswer.LIMIT);
        return IdentityAnswer.list("limits", found, form(), asker.links());
    }

    @POST
    public Response create(InputStream body) {
        var created = limits.create(asker.token(), IdentityBody.readAll(body, "limits"));
        return IdentityAnswer.of(201, JsonParts.object().add("limits", IdentityAnswer.array(created, form())));
    }

    /** How limits of projects relate: they do not. */
    @GET
    @Path("model")
    public Response model() {
        asker.token();
        return IdentityAnswer.of(
                200,
                "model",
                JsonParts.object()
                        .add("name", "flat")
                        .add("description", "Each project has its own limits, whatever other projects have."));
    }

    @GET
    @Path("{id}")
    public Response show(@PathParam("id") String id) {
        var limit = limits.get(asker.token(), id);
        return answer(limit);
    }

    @PATCH
    @Path("{id}")
    public Response update(@PathParam("id") String id, InputStream body) {
        return answer(limits.update(asker.token(), id, IdentityBody.read(body, "limit")));
    }

    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") String id) {
        limits.delete(asker.token(), id);
        return IdentityAnswer.nothing();
    }

    private Response answer(StoredLimit limit) {
        return IdentityAnswer.of(200, "limit", form().apply(limit));
    }

    private Function<StoredLimit, JsonObjectBuilder> form() {
        return new LimitJson(asker.links())::ofProject;
    }
}
