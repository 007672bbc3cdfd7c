package io.github.predella.tasks;

import io.github.predella.schema.Schema;
import io.github.predella.schema.SchemaCheck;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** The published documents about tasks (tasks-and-import, "Task entity") and the check of a new one. */
public final class TaskSchema {

    private static final String UUID =
            "^([0-9a-fA-F]){8}-([0-9a-fA-F]){4}-([0-9a-fA-F]){4}-([0-9a-fA-F]){4}" + "-([0-9a-fA-F]){12}$";
    private static final Schema DOCUMENT = document();
    private static final SchemaCheck CHECK = SchemaCheck.of(DOCUMENT.additional(false));

    private TaskSchema() {}

    public static JsonObject task() {
        return DOCUMENT.toJson();
    }

    public static JsonObject tasks() {
        return Schema.collection("tasks", DOCUMENT, false).toJson();
    }

    /** The first thing that is wrong with a task that somebody wants to start; empty when it is well-formed. */
    public static Optional<String> problem(JsonObject task) {
        return CHECK.problem(task);
    }

    private static Schema document() {
        return Schema.document("task")
                .property("id", Schema.string().says("Id of the task").pattern(UUID))
                .property(
                        "type",
                        Schema.string()
                                .says("What kind of work it is")
                                .oneOf(List.of("import", "api_image_import", "location_import")))
                .property(
                        "status",
                        Schema.string()
                                .says("How far the work has come")
                                .oneOf(List.of("pending", "processing", "success", "failure")))
                .property("input", Schema.object().orNull().says("What the work was started with"))
                .property("result", Schema.object().orNull().says("What the work has led to"))
                .property("owner", Schema.string().says("Project of whoever started the task"))
                .property("message", Schema.string().says("Progress, or the reason of a failure"))
                .property("image_id", Schema.string().says("Image that the task works on"))
                .property("request_id", Schema.string().says("Request that started the task"))
                .property("user_id", Schema.string().says("User who started the task"))
                .property("expires_at", Schema.string().orNull().says("When the task may be forgotten"))
                .property("created_at", Schema.string().says("When the task was started"))
                .property("updated_at", Schema.string().says("When the task was changed last"))
                .property("self", Schema.string().says("Address of the task").readOnly())
                .property(
                        "schema",
                        Schema.string().says("Address of the task schema").readOnly());
    }
}
