package io.github.predella.images.rest;

import io.github.predella.images.DisposalService;
import io.github.predella.images.ImageService;
import io.github.predella.rest.CurrentCaller;
import io.github.predella.rest.EmptyAnswer;
import io.github.predella.rest.NoBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** {@code /v2/images/{id}/actions}. */
@ApplicationScoped
@Path("images/{id}/actions")
public class ActionsResource {

    private ImageService images;
    private DisposalService disposals;
    private CurrentCaller caller;

    /** For the container's proxy only. */
    protected ActionsResource() {}

    @Inject
    public ActionsResource(ImageService images, DisposalService disposals, CurrentCaller caller) {
        this.images = images;
        this.disposals = disposals;
        this.caller = caller;
    }

    @POST
    @Path("deactivate")
    @NoBody
    public Response deactivate(@PathParam("id") String id) {
        images.deactivate(caller.get(), id);
        return EmptyAnswer.of(204);
    }

    @POST
    @Path("reactivate")
    @NoBody
    public Response reactivate(@PathParam("id") String id) {
        images.reactivate(caller.get(), id);
        return EmptyAnswer.of(204);
    }

    @POST
    @Path("restore")
    @NoBody
    public Response restore(@PathParam("id") String id) {
        disposals.restore(caller.get(), id);
        return EmptyAnswer.of(204);
    }
}
