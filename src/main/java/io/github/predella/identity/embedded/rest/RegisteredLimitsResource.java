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

/** {@code /registered_limits}: how much projects may have for which nothing else is said. */
@ApplicationScoped
@Path("registered_limits")
public class RegisteredLimitsResource {

    private LimitService limits;
    private Asker asker;

    /** For the container's proxy only. */
    protected RegisteredLimitsResource() {}

    @Inject
    public RegisteredLimitsResource(LimitService limits, Asker asker) {
        this.limits = limits;
        this.asker = asker;
    }

    @GET
    public Response list(@BeanParam LimitFilter filter) {
        asker.token();
        var found = limits.defaults(filter.wanted());
        return IdentityAnswer.list("registered_limits", found, form(), asker.links());
    }

    @POST
    public Response create(InputStream body) {
        var created = limits.createDefaults(asker.token(), IdentityBody.readAll(body, "registered_limits"));
        return IdentityAnswer.of(
                201, JsonParts.object().add("registered_limits", IdentityAnswer.array(created, form())));
    }

    @GET
    @Path("{id}")
    public Response show(@PathParam("id") String id) {
        asker.token();
        var limit = limits.getDefault(id);
        return answer(limit);
    }

    @PATCH
    @Path("{id}")
    public Response update(@PathParam("id") String id, InputStream body) {
        return answer(limits.updateDefault(asker.token(), id, IdentityBody.read(body, "registered_limit")));
    }

    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") String id) {
        limits.deleteDefault(asker.token(), id);
        return IdentityAnswer.nothing();
    }

    private Response answer(StoredLimit limit) {
        return IdentityAnswer.of(200, "registered_limit", form().apply(limit));
    }

    private Function<StoredLimit, JsonObjectBuilder> form() {
        return new LimitJson(asker.links())::ofAll;
    }
}
