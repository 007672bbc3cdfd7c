package io.github.predella.images.rest;

import io.github.predella.core.Fault;
import io.github.predella.images.ImagePatch;
import io.github.predella.images.ImagePatch.Operation;
import io.github.predella.images.ImagePatch.Verb;
import io.github.predella.images.ImageSchema;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The two wire forms of a patch: the subset of RFC 6902, and the older draft. */
final class ImagePatchJson {

    private static final String DRAFT = "application/openstack-images-v2.0-json-patch";
    private static final String CURRENT = "application/openstack-images-v2.1-json-patch";

    /** What the answer to any other media type names. */
    static final String MEDIA_TYPES = DRAFT + ", " + CURRENT;

    private ImagePatchJson() {}

    static boolean understands(String mediaType) {
        return mediaType != null
                && (bare(mediaType).equals(DRAFT) || bare(mediaType).equals(CURRENT));
    }

    /**
     * Reads a patch. Each operation is checked completely before the next one is looked at.
     *
     * @throws Fault INVALID for a wrong form or value, FORBIDDEN for an attribute that nobody may change
     */
    static ImagePatch parse(String mediaType, JsonStructure body, ImageSchema schema) {
        if (!(body instanceof JsonArray list)) {
            throw Fault.invalid("Request body must be a JSON array of operation objects.");
        }
        boolean draft = bare(mediaType).equals(DRAFT);
        var operations = new ArrayList<Operation>();
        for (JsonValue item : list) {
            if (!(item instanceof JsonObject object)) {
                throw Fault.invalid("Operations must be JSON objects.");
            }
            operations.add(draft ? ofDraft(object, schema) : ofCurrent(object, schema));
        }
        return new ImagePatch(operations);
    }

    /** What a patch says about data that it adds: address to claim. */
    static Map<String, JsonObject> claims(ImagePatch patch) {
        var claims = new HashMap<String, JsonObject>();
        for (Operation operation : patch.operations()) {
            if (operation.root().equals(ImagePatch.LOCATIONS) && operation.value() != null) {
                var given = operation.value() instanceof JsonArray all ? all : List.of(operation.value());
                given.forEach(place -> addClaim(claims, place.asJsonObject()));
            }
        }
        return claims;
    }

    private static void addClaim(Map<String, JsonObject> claims, JsonObject place) {
        if (place.get("validation_data") instanceof JsonObject claim) {
            claims.put(place.getString("url"), claim);
        }
    }

    private static Operation ofCurrent(JsonObject object, ImageSchema schema) {
        if (!(object.get("op") instanceof JsonString op)) {
            throw Fault.invalid("Unable to find 'op' in JSON Schema change. It must be one of the following: "
                    + "add, remove, replace.");
        }
        if (!(object.get("path") instanceof JsonString path)) {
            throw Fault.invalid("Unable to find 'path' in JSON Schema change.");
        }
        return operation(verb(op.getString()), path.getString(), object, schema, false);
    }

    private static Operation ofDraft(JsonObject object, ImageSchema schema) {
        var verbs = List.of("add", "remove", "replace").stream()
                .filter(object::containsKey)
                .toList();
        if (verbs.size() != 1) {
            throw Fault.invalid(
                    "Operation objects must contain exactly one member named \"add\", \"remove\" or" + " \"replace\".");
        }
        if (!(object.get(verbs.get(0)) instanceof JsonString path)) {
            throw Fault.invalid("The path of an operation must be a string.");
        }
        return operation(verb(verbs.get(0)), path.getString(), object, schema, true);
    }

    private static Operation operation(
            Verb verb, String pointer, JsonObject object, ImageSchema schema, boolean draft) {
        var path = path(pointer);
        requireDepth(verb, path);
        JsonValue value = verb == Verb.REMOVE ? null : object.get("value");
        if (verb != Verb.REMOVE && value == null) {
            throw Fault.invalid(
                    "Operation \"" + verb.name().toLowerCase(Locale.ROOT) + "\" requires a member named \"value\".");
        }
        schema.checkChange(path, value);
        return new Operation(verb, path, value, draft);
    }

    private static Verb verb(String name) {
        return switch (name) {
            case "add" -> Verb.ADD;
            case "replace" -> Verb.REPLACE;
            case "remove" -> Verb.REMOVE;
            default ->
                throw Fault.invalid("Unsupported operation: \"" + name
                        + "\". It must be one of the following: add, remove, replace.");
        };
    }

    /** The segments of a pointer (RFC 6901), freed of surrounding blanks as the reference does. */
    private static List<String> path(String pointer) {
        if (!pointer.startsWith("/")) {
            throw Fault.invalid("Pointer `" + pointer + "` does not start with \"/\".");
        }
        String inner = pointer.substring(1);
        if (inner.isEmpty() || inner.endsWith("/") || inner.contains("//") || inner.startsWith("/")) {
            throw Fault.invalid("Pointer `" + pointer + "` contains adjacent or trailing \"/\".");
        }
        if (inner.replace("~0", "").replace("~1", "").contains("~")) {
            throw Fault.invalid("Pointer `" + pointer + "` contains \"~\" not part of a recognized escape sequence.");
        }
        var segments = new ArrayList<String>();
        for (String segment : inner.split("/", -1)) {
            segments.add(segment.replace("~1", "/").replace("~0", "~").strip());
        }
        return segments;
    }

    private static void requireDepth(Verb verb, List<String> path) {
        boolean position = path.get(0).equals("locations") && verb != Verb.REPLACE;
        if (path.size() != (position ? 2 : 1)) {
            throw Fault.invalid("Invalid JSON pointer for this resource: '/" + String.join("/", path) + "'");
        }
    }

    private static String bare(String mediaType) {
        return mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
