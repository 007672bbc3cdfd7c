package io.github.predella.imports;

import io.github.predella.core.Jsons;
import io.github.predella.tasks.Task;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the task of an import carries (tasks-and-import, "Task entity"): the request, and what was made of it. */
final class TaskInput {

    private static final String REQUEST = "import_req";
    private static final String STORES = "backend";
    private static final String ROLES = "roles";

    private TaskInput() {}

    /** @param roles of the caller, as far as the import needs them; they are only noted when there are some */
    static JsonObject of(String imageId, ImportRequest request, List<String> stores, Set<String> roles) {
        var input = Jsons.object()
                .add("image_id", imageId)
                .add(REQUEST, request.body())
                .add(STORES, texts(stores));
        if (!roles.isEmpty()) {
            input.add(ROLES, texts(new TreeSet<>(roles)));
        }
        return input.build();
    }

    private static JsonArrayBuilder texts(Collection<String> all) {
        var texts = Jsons.array();
        all.forEach(texts::add);
        return texts;
    }

    static ImportRequest request(Task task) {
        return ImportRequest.of(task.input().getJsonObject(REQUEST));
    }

    static List<String> stores(Task task) {
        return task.input().getJsonArray(STORES).getValuesAs(JsonString::getString);
    }

    static Set<String> roles(Task task) {
        var roles = task.input().getJsonArray(ROLES);
        return roles == null ? Set.of() : Set.copyOf(roles.getValuesAs(JsonString::getString));
    }
}
