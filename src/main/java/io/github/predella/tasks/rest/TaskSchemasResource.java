package io.github.predella.tasks.rest;

import io.github.predella.rest.JsonAnswer;
import io.github.predella.tasks.TaskSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The documents that describe tasks. */
@ApplicationScoped
@Path("schemas")
public class TaskSchemasResource {

    @GET
    @Path("task")
    public Response task() {
        return JsonAnswer.of(200, json -> json.write(TaskSchema.task())).build();
    }

    @GET
    @Path("tasks")
    public Response tasks() {
        return JsonAnswer.of(200, json -> json.write(TaskSchema.tasks())).build();
    }
}
