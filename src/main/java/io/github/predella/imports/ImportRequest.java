package io.github.predella.imports;

import io.github.predella.core.Fault;
import io.github.predella.core.Jsons;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * What a caller wants to be imported, and where to (images-api, "POST /images/{id}/import").
 *
 * @param body as it came, with members that are known to have the right form
 */
public record ImportRequest(JsonObject body) {

    private static final String STORES = "stores";
    private static final String ALL_STORES = "all_stores";
    private static final String ALL_MUST_SUCCEED = "all_stores_must_succeed";

    /**
     * Takes the body of a request; members that are not known are passed over.
     *
     * @throws Fault INVALID when a member is missing or has the wrong form
     */
    public static ImportRequest of(JsonObject body) {
        if (!(body.get("method") instanceof JsonObject method)) {
            throw Fault.invalid("Input to import must name a method: an object with a name.");
        }
        if (!(method.get("name") instanceof JsonString)) {
            throw Fault.invalid("The import method has no name.");
        }
        requireFlag(body, ALL_STORES);
        requireFlag(body, ALL_MUST_SUCCEED);
        requireTexts(body);
        return new ImportRequest(body);
    }

    /** The request to bring an image to one store in that way, which needs to know nothing more. */
    static ImportRequest of(String method, String store) {
        return of(Jsons.object()
                .add("method", Jsons.object().add("name", method))
                .add(STORES, Jsons.array().add(store))
                .build());
    }

    /** Name of the way to import. */
    public String method() {
        return source().getString("name");
    }

    /** What the way to import needs to know, with its name. */
    public JsonObject source() {
        return body.getJsonObject("method");
    }

    /** Ids of the stores that are wanted; empty when the caller does not say. */
    public List<String> stores() {
        return body.get(STORES) instanceof JsonArray ids ? ids.getValuesAs(JsonString::getString) : List.of();
    }

    /** Whether all stores are wanted. */
    public boolean allStores() {
        return body.getBoolean(ALL_STORES, false);
    }

    /** Whether one store that fails is enough for nothing to stay. */
    public boolean allMustSucceed() {
        return body.getBoolean(ALL_MUST_SUCCEED, true);
    }

    private static void requireFlag(JsonObject body, String name) {
        var value = body.get(name);
        if (value != null && value != JsonValue.TRUE && value != JsonValue.FALSE) {
            throw Fault.invalid("'" + name + "' must be true or false.");
        }
    }

    private static void requireTexts(JsonObject body) {
        var value = body.get(STORES);
        if (value == null || value == JsonValue.NULL) {
            return;
        }
        boolean texts = value instanceof JsonArray ids && ids.stream().allMatch(JsonString.class::isInstance);
        if (!texts) {
            throw Fault.invalid("'" + STORES + "' must be a list of the ids of stores.");
        }
    }
}
