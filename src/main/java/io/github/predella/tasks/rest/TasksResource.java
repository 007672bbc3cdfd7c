package io.github.predella.tasks.rest;

import io.github.predella.core.Fault;
import io.github.predella.rest.CurrentCaller;
import io.github.predella.rest.ErrorAnswer;
import io.github.predella.rest.JsonAnswer;
import io.github.predella.rest.JsonBody;
import io.github.predella.rest.PageLinks;
import io.github.predella.rest.PublicAddress;
import io.github.predella.rest.QueryString;
import io.github.predella.tasks.Task;
import io.github.predella.tasks.TaskAccess;
import io.github.predella.tasks.TaskSchema;
import io.github.predella.tasks.TaskService;
import io.github.predella.tasks.TaskSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;

/** {@code /v2/tasks}. Whoever may not use it learns nothing else, so that is asked before anything. */
@ApplicationScoped
@Path("tasks")
public class TasksResource {

    private TaskService tasks;
    private TaskAccess access;
    private TaskSettings settings;
    private CurrentCaller caller;
    private PublicAddress publicAddress;

    /** For the container's proxy only. */
    protected TasksResource() {}

    @Inject
    public TasksResource(
            TaskService tasks,
            TaskAccess access,
            TaskSettings settings,
            CurrentCaller caller,
            PublicAddress publicAddress) {
        this.tasks = tasks;
        this.access = access;
        this.settings = settings;
        this.caller = caller;
        this.publicAddress = publicAddress;
    }

    @GET
    public Response list(@Context UriInfo address) {
        access.require(caller.get());
        var query = QueryString.parse(address.getRequestUri().getRawQuery());
        var page = tasks.list(caller.get(), TaskQueryParams.parse(query, settings));
        return JsonAnswer.streamed(200, json -> {
                    json.writeStartObject();
                    json.writeStartArray("tasks");
                    page.items().forEach(task -> TaskJson.writeStub(json, task));
                    json.writeEnd();
                    PageLinks.write(json, "/v2/tasks", query, page, Task::id, "/v2/schemas/tasks");
                    json.writeEnd();
                })
                .build();
    }

    @POST
    public Response start(InputStream body) {
        access.require(caller.get());
        var wanted = wanted(body);
        var type = Task.Type.of(wanted.getString("type"));
        // The schema lets a null pass, which is no input either.
        var input = wanted.isNull("input") ? JsonObject.EMPTY_JSON_OBJECT : wanted.getJsonObject("input");
        tasks.check(caller.get(), type, input);
        var task = tasks.create(caller.get(), type, input);
        return JsonAnswer.of(201, json -> TaskJson.write(json, task))
                .header(HttpHeaders.LOCATION, publicAddress.of(TaskJson.path(task)))
                .build();
    }

    private static JsonObject wanted(InputStream body) {
        if (!(JsonBody.read(body) instanceof JsonObject wanted)) {
            throw Fault.invalid("The request body must be a JSON object.");
        }
        for (String member : List.of("type", "input")) {
            if (!wanted.containsKey(member)) {
                throw Fault.invalid("Task must have a " + member + ".");
            }
        }
        TaskSchema.problem(wanted).ifPresent(problem -> {
            throw Fault.invalid("Provided object does not match schema 'task': " + problem);
        });
        return wanted;
    }

    @GET
    @Path("{id}")
    public Response show(@PathParam("id") String id) {
        access.require(caller.get());
        var task = tasks.get(caller.get(), id);
        return JsonAnswer.of(200, json -> TaskJson.write(json, task)).build();
    }

    /** Tasks are forgotten by time only. */
    @DELETE
    @Path("{id}")
    public Response delete(@HeaderParam(HttpHeaders.ACCEPT) String accept) {
        access.require(caller.get());
        var fault = new Fault(Fault.Kind.METHOD_NOT_ALLOWED, "The method DELETE is not allowed for this resource.");
        return ErrorAnswer.of(fault, accept).header(HttpHeaders.ALLOW, "GET").build();
    }
}
