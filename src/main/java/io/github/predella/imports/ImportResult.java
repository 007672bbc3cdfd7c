package io.github.predella.imports;

import io.github.predella.core.Jsons;
import io.github.predella.tasks.Task;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Map;
import java.util.TreeMap;

/** What the task of an import tells when all is over. */
public final class ImportResult {

    private static final String FAILED = "failed_stores";

    private ImportResult() {}

    /** @param missed why stores have not got the data that could be done without, by their ids */
    static JsonObject of(String imageId, Map<String, String> missed) {
        var result = Jsons.object().add("image_id", imageId);
        if (!missed.isEmpty()) {
            var stores = Jsons.object();
            new TreeMap<>(missed).forEach(stores::add);
            result.add(FAILED, stores);
        }
        return result.build();
    }

    /** Why stores have not got the data of an import that has succeeded without them, by their ids. */
    public static Map<String, String> missed(Task task) {
        var missed = new TreeMap<String, String>();
        if (task.result() != null && task.result().get(FAILED) instanceof JsonObject stores) {
            stores.forEach(
                    (store, reason) -> missed.put(store, reason instanceof JsonString text ? text.getString() : ""));
        }
        return missed;
    }
}
