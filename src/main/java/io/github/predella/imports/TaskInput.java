package io.github.predella.imports;

import io.github.predella.core.Jsons;
import io.github.predella.tasks.Task;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;

/** What the task of an import carries (tasks-and-import, "Task entity"): the request, and what was made of it. */
final class TaskInput {

    private static final String REQUEST = "import_req";
    private static final String STORES = "backend";

    private TaskInput() {}

    static JsonObject of(String imageId, ImportRequest request, List<String> stores) {
        var ids = Jsons.array();
        stores.forEach(ids::add);
        return Jsons.object()
                .add("image_id", imageId)
                .add(REQUEST, request.body())
                .add(STORES, ids)
                .build();
    }

    static ImportRequest request(Task task) {
        return ImportRequest.of(task.input().getJsonObject(REQUEST));
    }

    static List<String> stores(Task task) {
        return task.input().getJsonArray(STORES).getValuesAs(JsonString::getString);
    }
}
