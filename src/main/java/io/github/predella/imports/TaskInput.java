package io.github.predella.imports;

import io.github.predella.core.Jsons;
import io.github.predella.tasks.Task;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Optional;

/** What the task of an import carries (tasks-and-import, "Task entity"): the request, and what was made of it. */
final class TaskInput {

    private static final String REQUEST = "import_req";
    private static final String STORES = "backend";
    private static final String FORMER = "former";

    private TaskInput() {}

    /** @param former how the image was described before, if the import changes that */
    static JsonObject of(String imageId, ImportRequest request, List<String> stores, Optional<JsonObject> former) {
        var ids = Jsons.array();
        stores.forEach(ids::add);
        var input = Jsons.object()
                .add("image_id", imageId)
                .add(REQUEST, request.body())
                .add(STORES, ids);
        former.ifPresent(description -> input.add(FORMER, description));
        return input.build();
    }

    static ImportRequest request(Task task) {
        return ImportRequest.of(task.input().getJsonObject(REQUEST));
    }

    static List<String> stores(Task task) {
        return task.input().getJsonArray(STORES).getValuesAs(JsonString::getString);
    }

    static Optional<JsonObject> former(Task task) {
        return Optional.ofNullable(task.input().getJsonObject(FORMER));
    }
}
