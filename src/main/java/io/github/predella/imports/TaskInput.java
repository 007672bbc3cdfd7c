package io.github.predella.imports;

import io.github.predella.core.Jsons;
import io.github.predella.signatures.NotedCertificate;
import io.github.predella.tasks.Task;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the task of an import carries (tasks-and-import, "Task entity"): the request, and what was made of it. A task that
 * a caller has started himself carries a {@link TaskOrder}, of which only the stores are the service's word.
 */
final class TaskInput {

    private static final String REQUEST = "import_req";
    static final String STORES = "backend";
    private static final String ROLES = "roles";
    private static final String CERTIFICATE = "certificate";
    private static final String CERTIFICATE_ID = "id";
    private static final String CERTIFICATE_DATA = "x509";

    private TaskInput() {}

    /**
     * What a task needs to know.
     *
     * @param roles of the caller, as far as the import needs them; they are only noted when there are some
     * @param certificate of who signed the image; null for none
     */
    static JsonObject of(
            String imageId,
            ImportRequest request,
            List<String> stores,
            Set<String> roles,
            NotedCertificate certificate) {
        var input = Jsons.object()
                .add("image_id", imageId)
                .add(REQUEST, request.body())
                .add(STORES, texts(stores));
        if (!roles.isEmpty()) {
            input.add(ROLES, texts(new TreeSet<>(roles)));
        }
        if (certificate != null) {
            input.add(
                    CERTIFICATE,
                    Jsons.object().add(CERTIFICATE_ID, certificate.id()).add(CERTIFICATE_DATA, certificate.base64()));
        }
        return input.build();
    }

    static JsonArrayBuilder texts(Collection<String> all) {
        var texts = Jsons.array();
        all.forEach(texts::add);
        return texts;
    }

    static ImportRequest request(Task task) {
        return isOrder(task)
                ? new TaskOrder(task.input()).request()
                : ImportRequest.of(task.input().getJsonObject(REQUEST));
    }

    private static boolean isOrder(Task task) {
        return task.type() == Task.Type.IMPORT;
    }

    static List<String> stores(Task task) {
        return task.input().getJsonArray(STORES).getValuesAs(JsonString::getString);
    }

    static Set<String> roles(Task task) {
        return !isOrder(task) && task.input().get(ROLES) instanceof JsonArray roles
                ? Set.copyOf(roles.getValuesAs(JsonString::getString))
                : Set.of();
    }

    /** The certificate that was found when the import was asked for; null when none was. */
    static NotedCertificate certificate(Task task) {
        return !isOrder(task) && task.input().get(CERTIFICATE) instanceof JsonObject noted
                ? new NotedCertificate(noted.getString(CERTIFICATE_ID), noted.getString(CERTIFICATE_DATA))
                : null;
    }
}
