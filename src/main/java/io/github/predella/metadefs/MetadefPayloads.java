package io.github.predella.metadefs;

import io.github.predella.core.Jsons;
import io.github.predella.notify.Payload;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;

/**
 * What notices say about the catalogue (notifications, "Events"). A thing that has got another name is told with its
 * former one, any other with its own in both places.
 */
final class MetadefPayloads {

    /** What is told of the schema of a property; what it does not say is null. */
    private static final List<String> KEYWORDS = List.of(
            "type",
            "title",
            "description",
            "default",
            "minimum",
            "maximum",
            "enum",
            "pattern",
            "minLength",
            "maxLength",
            "confidential",
            "items",
            "uniqueItems",
            "minItems",
            "maxItems",
            "additionalItems");

    private MetadefPayloads() {}

    static JsonObject namespace(Namespace namespace, String formerName) {
        return of(namespace, formerName).alive(namespace.createdAt(), namespace.updatedAt());
    }

    static JsonObject endedNamespace(Namespace namespace, Instant when) {
        return of(namespace, namespace.name()).ended(namespace.createdAt(), namespace.updatedAt(), when);
    }

    private static Payload of(Namespace namespace, String formerName) {
        var visibility = namespace.visibility();
        return new Payload()
                .text("namespace", namespace.name())
                .text("namespace_old", formerName)
                .text("display_name", namespace.displayName())
                .flag("protected", namespace.isProtected())
                .text("visibility", visibility == null ? null : visibility.wireName())
                .text("owner", namespace.owner())
                .text("description", namespace.description());
    }

    static JsonObject part(Namespace namespace, Part part, String formerName) {
        var payload = of(namespace, part, formerName);
        return part instanceof MetaProperty ? payload.alive() : payload.alive(part.createdAt(), part.updatedAt());
    }

    static JsonObject endedPart(Namespace namespace, Part part, Instant when) {
        var payload = of(namespace, part, part.name());
        return part instanceof MetaProperty
                ? payload.ended(when)
                : payload.ended(part.createdAt(), part.updatedAt(), when);
    }

    private static Payload of(Namespace namespace, Part part, String formerName) {
        var payload = new Payload()
                .text("namespace", namespace.name())
                .text("name", part.name())
                .text("name_old", formerName);
        if (part instanceof MetaObject object) {
            payload.value("properties", properties(object.properties()).build())
                    .list("required", object.required())
                    .text("description", object.description());
        } else if (part instanceof MetaProperty property) {
            describe(payload, property.schema());
        }
        return payload;
    }

    private static JsonArrayBuilder properties(JsonObject schemas) {
        var list = Jsons.array();
        schemas.forEach((name, schema) -> {
            var property = new Payload().text("name", name);
            // Rows that others have written may hold anything, and a notice is no reason to fail.
            describe(property, schema instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT);
            list.add(property.done());
        });
        return list;
    }

    private static void describe(Payload payload, JsonObject schema) {
        KEYWORDS.forEach(keyword -> payload.value(keyword, schema.getOrDefault(keyword, JsonValue.NULL)));
    }

    static JsonObject association(Namespace namespace, Association association) {
        return of(namespace, association).alive(association.createdAt(), association.updatedAt());
    }

    static JsonObject endedAssociation(Namespace namespace, Association association, Instant when) {
        return of(namespace, association).ended(association.createdAt(), association.updatedAt(), when);
    }

    private static Payload of(Namespace namespace, Association association) {
        return new Payload()
                .text("namespace", namespace.name())
                .text("name", association.type())
                .text("name_old", association.type())
                .text("prefix", association.prefix())
                .text("properties_target", association.propertiesTarget());
    }
}
