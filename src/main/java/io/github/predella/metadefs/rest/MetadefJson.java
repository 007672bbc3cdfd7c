package io.github.predella.metadefs.rest;

import io.github.predella.core.IsoTime;
import io.github.predella.metadefs.Association;
import io.github.predella.metadefs.Definition;
import io.github.predella.metadefs.MetaObject;
import io.github.predella.metadefs.MetaProperty;
import io.github.predella.metadefs.MetaTag;
import io.github.predella.metadefs.Namespace;
import io.github.predella.metadefs.NamespaceListing;
import io.github.predella.metadefs.ResourceType;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** The wire forms of the catalogue. What is not known has no member. */
final class MetadefJson {

    private static final String NAMESPACES = "/v2/metadefs/namespaces";

    private MetadefJson() {}

    /** Where a namespace is. */
    static String path(Namespace namespace) {
        return NAMESPACES + "/" + encoded(namespace.name());
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":");
    }

    /** A namespace as lists show it. */
    static void write(JsonGenerator json, NamespaceListing listing) {
        json.writeStartObject();
        writeMembers(json, listing.namespace());
        writeAssociations(json, listing.associations());
        json.writeEnd();
    }

    /** A namespace alone. */
    static void write(JsonGenerator json, Namespace namespace) {
        json.writeStartObject();
        writeMembers(json, namespace);
        json.writeEnd();
    }

    /** A namespace with what is in it. */
    static void write(JsonGenerator json, Definition definition) {
        var namespace = definition.namespace();
        json.writeStartObject();
        writeMembers(json, namespace);
        writeAssociations(json, definition.associations());
        if (!definition.objects().isEmpty()) {
            json.writeStartArray("objects");
            definition.objects().forEach(object -> write(json, namespace.name(), object));
            json.writeEnd();
        }
        writeProperties(json, definition.properties());
        writeTags(json, definition.tags());
        json.writeEnd();
    }

    /** The answer to the making of a namespace: its parts have neither times nor addresses there. */
    static void writeMade(JsonGenerator json, Definition made) {
        json.writeStartObject();
        writeMembers(json, made.namespace());
        if (!made.associations().isEmpty()) {
            json.writeStartArray("resource_type_associations");
            made.associations().forEach(association -> {
                json.writeStartObject();
                writeMembers(json, association);
                json.writeEnd();
            });
            json.writeEnd();
        }
        if (!made.objects().isEmpty()) {
            json.writeStartArray("objects");
            made.objects().forEach(object -> {
                json.writeStartObject();
                writeMembers(json, object);
                json.writeEnd();
            });
            json.writeEnd();
        }
        writeProperties(json, made.properties());
        writeTags(json, made.tags());
        json.writeEnd();
    }

    private static void writeMembers(JsonGenerator json, Namespace namespace) {
        json.write("namespace", namespace.name());
        ifKnown(json, "display_name", namespace.displayName());
        ifKnown(json, "description", namespace.description());
        if (namespace.visibility() != null) {
            json.write("visibility", namespace.visibility().wireName());
        }
        json.write("protected", namespace.isProtected());
        json.write("owner", namespace.owner());
        writeTimes(json, namespace.createdAt(), namespace.updatedAt());
        json.write("self", path(namespace));
        json.write("schema", "/v2/schemas/metadefs/namespace");
    }

    private static void writeAssociations(JsonGenerator json, List<Association> associations) {
        if (!associations.isEmpty()) {
            json.writeStartArray("resource_type_associations");
            associations.forEach(association -> write(json, association));
            json.writeEnd();
        }
    }

    private static void writeProperties(JsonGenerator json, List<MetaProperty> properties) {
        if (!properties.isEmpty()) {
            json.writeStartObject("properties");
            properties.forEach(property -> json.write(property.name(), property.schema()));
            json.writeEnd();
        }
    }

    private static void writeTags(JsonGenerator json, List<MetaTag> tags) {
        if (!tags.isEmpty()) {
            json.writeStartArray("tags");
            tags.forEach(tag -> writeName(json, tag));
            json.writeEnd();
        }
    }

    static void write(JsonGenerator json, String namespace, MetaObject object) {
        json.writeStartObject();
        writeMembers(json, object);
        writeTimes(json, object.createdAt(), object.updatedAt());
        json.write("self", NAMESPACES + "/" + encoded(namespace) + "/objects/" + encoded(object.name()));
        json.write("schema", "/v2/schemas/metadefs/object");
        json.writeEnd();
    }

    private static void writeMembers(JsonGenerator json, MetaObject object) {
        json.write("name", object.name());
        ifKnown(json, "description", object.description());
        if (object.required() != null) {
            json.writeStartArray("required");
            object.required().forEach(json::write);
            json.writeEnd();
        }
        json.write("properties", object.properties());
    }

    /** A property with its name among what it says. */
    static void write(JsonGenerator json, MetaProperty property) {
        json.writeStartObject();
        json.write("name", property.name());
        property.schema().forEach((String keyword, JsonValue value) -> json.write(keyword, value));
        json.writeEnd();
    }

    static void write(JsonGenerator json, MetaTag tag) {
        json.writeStartObject();
        json.write("name", tag.name());
        writeTimes(json, tag.createdAt(), tag.updatedAt());
        json.writeEnd();
    }

    /** A tag as lists show it. */
    static void writeName(JsonGenerator json, MetaTag tag) {
        json.writeStartObject();
        json.write("name", tag.name());
        json.writeEnd();
    }

    static void write(JsonGenerator json, Association association) {
        json.writeStartObject();
        writeMembers(json, association);
        writeTimes(json, association.createdAt(), association.updatedAt());
        json.writeEnd();
    }

    private static void writeMembers(JsonGenerator json, Association association) {
        json.write("name", association.type());
        ifKnown(json, "prefix", association.prefix());
        ifKnown(json, "properties_target", association.propertiesTarget());
    }

    static void write(JsonGenerator json, ResourceType type) {
        json.writeStartObject();
        json.write("name", type.name());
        writeTimes(json, type.createdAt(), type.updatedAt());
        json.writeEnd();
    }

    private static void writeTimes(JsonGenerator json, Instant created, Instant updated) {
        ifKnown(json, "created_at", IsoTime.text(created));
        ifKnown(json, "updated_at", IsoTime.text(updated));
    }

    private static void ifKnown(JsonGenerator json, String name, String value) {
        if (value != null) {
            json.write(name, value);
        }
    }
}
