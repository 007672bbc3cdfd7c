package io.github.predella.tasks.rest;

import io.github.predella.core.Fault;
import io.github.predella.policy.Enforcer;
import io.github.predella.policy.PolicyTarget;
import io.github.predella.rest.CurrentCaller;
import io.github.predella.rest.ErrorAnswer;
import io.github.predella.rest.JsonAnswer;
import io.github.predella.rest.JsonBody;
import io.github.predella.rest.QueryString;
import io.github.predella.tasks.TaskPermission;
import io.github.predella.tasks.TaskSchema;
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
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code /v2/tasks}. Whoever may not use it learns nothing else, so that is asked before anything. No type of task is
 * offered to callers yet, so there are none to show.
 */
@ApplicationScoped
@Path("tasks")
public class TasksResource {

    private static final Pattern UUID =
            Pattern.compile("\\p{XDigit}{8}-?\\p{XDigit}{4}-?\\p{XDigit}{4}-?\\p{XDigit}{4}-?\\p{XDigit}{12}");
    private static final Set<String> STATUSES = Set.of("pending", "processing", "success", "failure");
    private static final Set<String> SORT_KEYS = Set.of(
            "id",
            "type",
            "status",
            "owner",
            "expires_at",
            "created_at",
            "updated_at",
            "image_id",
            "request_id",
            "user_id");

    private Enforcer enforcer;
    private CurrentCaller caller;

    /** For the container's proxy only. */
    protected TasksResource() {}

    @Inject
    public TasksResource(Enforcer enforcer, CurrentCaller caller) {
        this.enforcer = enforcer;
        this.caller = caller;
    }

    @GET
    public Response list(@Context UriInfo address) {
        requireAccess();
        var query = QueryString.parse(address.getRequestUri().getRawQuery());
        check(query);
        return JsonAnswer.of(200, json -> {
                    json.writeStartObject();
                    json.writeStartArray("tasks").writeEnd();
                    json.write("first", query.without("marker").after("/v2/tasks"));
                    json.write("schema", "/v2/schemas/tasks");
                    json.writeEnd();
                })
                .build();
    }

    @POST
    public Response start(InputStream body) {
        requireAccess();
        if (!(JsonBody.read(body) instanceof JsonObject task)) {
            throw Fault.invalid("The request body must be a JSON object.");
        }
        for (String member : Set.of("type", "input")) {
            if (!task.containsKey(member)) {
                throw Fault.invalid("Task must have a " + member + ".");
            }
        }
        TaskSchema.problem(task).ifPresent(problem -> {
            throw Fault.invalid("Provided object does not match schema 'task': " + problem);
        });
        throw Fault.invalid("Tasks of type " + task.getString("type") + " are not offered by this service.");
    }

    @GET
    @Path("{id}")
    public Response show(@PathParam("id") String id) {
        requireAccess();
        throw Fault.notFound("No task found with ID " + id);
    }

    /** Tasks are forgotten by time only. */
    @DELETE
    @Path("{id}")
    public Response delete(@HeaderParam(HttpHeaders.ACCEPT) String accept) {
        requireAccess();
        var fault = new Fault(Fault.Kind.METHOD_NOT_ALLOWED, "The method DELETE is not allowed for this resource.");
        return ErrorAnswer.of(fault, accept).header(HttpHeaders.ALLOW, "GET").build();
    }

    private void requireAccess() {
        enforcer.require(caller.get(), TaskPermission.TASKS_API_ACCESS, PolicyTarget.none());
    }

    private static void check(QueryString query) {
        query.last("limit").ifPresent(limit -> {
            if (!limit.strip().matches("\\d{1,18}")) {
                throw Fault.invalid("limit param must be a non-negative integer.");
            }
        });
        query.last("marker").ifPresent(marker -> {
            if (!UUID.matcher(marker).matches()) {
                throw Fault.invalid("Invalid marker format.");
            }
            throw Fault.notFound("No task found with ID " + marker);
        });
        require(query, "status", STATUSES, "Invalid status value: ");
        require(query, "type", Set.of("import"), "Invalid type value: ");
        require(query, "sort_dir", Set.of("asc", "desc"), "Invalid sort direction: ");
        require(query, "sort_key", SORT_KEYS, "Invalid sort key: ");
    }

    private static void require(QueryString query, String name, Set<String> allowed, String refusal) {
        for (String value : query.all(name)) {
            if (!allowed.contains(value)) {
                throw Fault.invalid(refusal + value);
            }
        }
    }
}
