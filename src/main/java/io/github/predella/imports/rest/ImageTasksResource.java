package io.github.predella.imports.rest;

import io.github.predella.images.ImageService;
import io.github.predella.rest.CurrentCaller;
import io.github.predella.rest.JsonAnswer;
import io.github.predella.rest.NoBody;
import io.github.predella.tasks.TaskForm;
import io.github.predella.tasks.TaskService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** {@code GET /v2/images/{id}/tasks}: the work of the caller's project on an image that the caller sees. */
@ApplicationScoped
@Path("images/{id}/tasks")
public class ImageTasksResource {

    private ImageService images;
    private TaskService tasks;
    private CurrentCaller caller;

    /** For the container's proxy only. */
    protected ImageTasksResource() {}

    @Inject
    public ImageTasksResource(ImageService images, TaskService tasks, CurrentCaller caller) {
        this.images = images;
        this.tasks = tasks;
        this.caller = caller;
    }

    @GET
    @NoBody
    public Response list(@PathParam("id") String id) {
        var image = images.get(caller.get(), id);
        var found = tasks.ofImage(caller.get(), image.id());
        return JsonAnswer.of(200, json -> {
                    json.writeStartObject().writeStartArray("tasks");
                    found.forEach(task -> TaskForm.write(json, task));
                    json.writeEnd().writeEnd();
                })
                .build();
    }
}
