package io.github.predella.imports;

import io.github.predella.core.Fault;
import io.github.predella.core.Jsons;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * An import that a caller orders through the tasks API: where the data is, and how the image is to be described that is
 * made of it.
 *
 * @param input of the task, with a text {@code import_from}
 */
record TaskOrder(JsonObject input) {

    private static final String SOURCE = "import_from";
    private static final String PROPERTIES = "image_properties";

    /** What an image is without a word about it. */
    private static final JsonObject DISK = Jsons.object()
            .add("disk_format", "qcow2")
            .add("container_format", "bare")
            .build();

    /** The same as a request to import. */
    ImportRequest request() {
        return ImportRequest.of(Jsons.object()
                .add(
                        "method",
                        Jsons.object().add("name", WebDownload.NAME).add(WebDownload.URI, input.getString(SOURCE)))
                .build());
    }

    /** The description of the image, in the form of a request to create one; throws {@link Fault} INVALID for none. */
    JsonObject properties() {
        var properties = input.getOrDefault(PROPERTIES, JsonValue.EMPTY_JSON_OBJECT);
        if (properties == JsonValue.NULL) {
            return DISK;
        }
        if (!(properties instanceof JsonObject given)) {
            throw ImportFaults.notAnObject(PROPERTIES);
        }
        return given.isEmpty() ? DISK : given;
    }

    /** The input that the task keeps: the caller's, and the stores to which the data goes. */
    JsonObject to(List<String> stores) {
        var kept = Jsons.object();
        input.forEach(kept::add);
        return kept.add(TaskInput.STORES, TaskInput.texts(stores)).build();
    }
}
