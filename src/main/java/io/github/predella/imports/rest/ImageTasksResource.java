package io.github.predella.imports.rest;

import io.github.predella.images.ImageService;
import io.github.predella.rest.CurrentCaller;
import io.github.predella.rest.JsonAnswer;
import io.github.predella.rest.NoBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** {@code GET /v2/images/{id}/tasks}: the work on an image, for everybody who sees it. There is none yet. */
@ApplicationScoped
@Path("images/{id}/tasks")
public class ImageTasksResource {

    private ImageService images;
    private CurrentCaller caller;

    /** For the container's proxy only. */
    protected ImageTasksResource() {}

    @Inject
    public ImageTasksResource(ImageService images, CurrentCaller caller) {
        this.images = images;
        this.caller = caller;
    }

    @GET
    @NoBody
    public Response list(@PathParam("id") String id) {
        images.get(caller.get(), id);
        return JsonAnswer.of(200, json -> json.writeStartObject()
                        .writeStartArray("tasks")
                        .writeEnd()
                        .writeEnd())
                .build();
    }
}
