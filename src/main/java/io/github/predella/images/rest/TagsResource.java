package io.github.predella.images.rest;

import io.github.predella.images.ImageService;
import io.github.predella.rest.CurrentCaller;
import io.github.predella.rest.EmptyAnswer;
import io.github.predella.rest.NoBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** {@code /v2/images/{id}/tags/{tag}}. */
@ApplicationScoped
@Path("images/{id}/tags/{tag}")
public class TagsResource {

    private ImageService images;
    private CurrentCaller caller;

    /** For the container's proxy only. */
    protected TagsResource() {}

    @Inject
    public TagsResource(ImageService images, CurrentCaller caller) {
        this.images = images;
        this.caller = caller;
    }

    @PUT
    @NoBody
    public Response add(@PathParam("id") String id, @PathParam("tag") String tag) {
        images.addTag(caller.get(), id, tag);
        return EmptyAnswer.of(204);
    }

    @DELETE
    @NoBody
    public Response remove(@PathParam("id") String id, @PathParam("tag") String tag) {
        images.removeTag(caller.get(), id, tag);
        return EmptyAnswer.of(204);
    }
}
