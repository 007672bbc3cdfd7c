package io.github.predella.metadefs;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/**
 * Reads bodies of callers, and files, as what they define. Every method throws a {@link io.github.predella.core.Fault}:
 * FORBIDDEN for what only the service sets, CONFLICT for a name that stands there twice, INVALID for whatever else is
 * wrong.
 */
public final class DefinitionReader {

    private static final String NAME = "name";
    private static final String DESCRIPTION = "description";

    private DefinitionReader() {}

    /**
     * A whole namespace.
     *
     * @param owner of one that does not name any
     */
    public static Definition definition(JsonObject body, String owner) {
        MetadefSchema.NAMESPACE.require(body);
        return read(body, wanted(body, owner, Namespace.Visibility.PRIVATE));
    }

    /** A namespace without its parts, which are passed over. */
    public static Namespace namespace(JsonObject body, String owner) {
        MetadefSchema.NAMESPACE.require(body);
        return wanted(body, owner, Namespace.Visibility.PRIVATE);
    }

    /**
     * A namespace of a file, where a visibility that is not named means none.
     *
     * @param owner of one that does not name any
     */
    static Definition ofFile(JsonObject file, String owner) {
        MetadefSchema.NAMESPACE.fits(file);
        return read(file, wanted(file, owner, null));
    }

    private static Namespace wanted(JsonObject body, String owner, Namespace.Visibility standard) {
        String named = MetadefText.orNull(body, "owner");
        return Namespace.wanted(
                MetadefText.name("namespace", body.getString("namespace")),
                MetadefText.orNull(body, "display_name"),
                MetadefText.orNull(body, DESCRIPTION),
                Namespace.Visibility.of(body.getString("visibility", "")).orElse(standard),
                body.getBoolean("protected", false),
                named == null ? owner : named);
    }

    private static Definition read(JsonObject body, Namespace namespace) {
        return new Definition(
                namespace,
                each(body, "resource_type_associations", DefinitionReader::readAssociation, Association::type),
                each(body, "objects", DefinitionReader::readObject, MetaObject::name),
                properties(body),
                each(body, "tags", DefinitionReader::readTag, MetaTag::name));
    }

    /** An object of a namespace. */
    public static MetaObject object(JsonObject body) {
        MetadefSchema.OBJECT.require(body);
        return readObject(body);
    }

    /** A property of a namespace. */
    public static MetaProperty property(JsonObject body) {
        MetadefSchema.PROPERTY.require(body);
        return readProperty(body.getString(NAME), body);
    }

    /** A tag of a namespace. */
    public static MetaTag tag(JsonObject body) {
        MetadefSchema.TAG.require(body);
        return readTag(body);
    }

    /** A tag that is told by its name only. */
    public static MetaTag tag(String name) {
        return MetaTag.wanted(MetadefText.name("tag", name));
    }

    /** Many tags. */
    public static List<MetaTag> tags(JsonObject body) {
        if (!(body.get("tags") instanceof JsonArray tags) || body.size() > 1) {
            throw MetadefFaults.mismatch("tags", "exactly the member 'tags' with a list is wanted");
        }
        for (var tag : tags) {
            if (!(tag instanceof JsonObject object)) {
                throw MetadefFaults.mismatch("tags", "each tag must be an object");
            }
            MetadefSchema.TAG.require(object);
        }
        return each(body, "tags", DefinitionReader::readTag, MetaTag::name);
    }

    /** What connects a namespace with a type of resources. */
    public static Association association(JsonObject body) {
        MetadefSchema.RESOURCE_TYPE.require(body);
        return readAssociation(body);
    }

    private static <T> List<T> each(
            JsonObject body, String member, Function<JsonObject, T> read, Function<T, String> nameOf) {
        if (!(body.get(member) instanceof JsonArray given)) {
            return List.of();
        }
        var names = new HashSet<String>();
        var all = given.getValuesAs(JsonObject.class).stream().map(read).toList();
        all.forEach(one -> {
            if (!names.add(nameOf.apply(one))) {
                throw MetadefFaults.twice(member, nameOf.apply(one));
            }
        });
        return all;
    }

    private static String named(String what, JsonObject body) {
        if (!(body.get(NAME) instanceof JsonString name)) {
            throw MetadefFaults.mismatch(what, "'name' is a required property");
        }
        return MetadefText.name(what, name.getString());
    }

    private static MetaObject readObject(JsonObject body) {
        var given = body.getJsonObject("properties");
        var properties = PropertySchema.allKept(given == null ? JsonObject.EMPTY_JSON_OBJECT : given);
        MetadefText.longText("definition of an object", properties.toString());
        return MetaObject.wanted(
                named("object", body),
                MetadefText.longText(DESCRIPTION, MetadefText.orNull(body, DESCRIPTION)),
                required(body.getJsonArray("required")),
                properties);
    }

    private static List<String> required(JsonArray given) {
        if (given == null) {
            return null;
        }
        var names = given.getValuesAs(JsonString::getString);
        for (String name : names) {
            // They are kept in one text, as the reference does.
            if (name.isEmpty() || name.contains(",")) {
                throw MetadefFaults.commaInRequired(name);
            }
        }
        MetadefText.longText("list of required names", String.join(",", names));
        return names;
    }

    private static List<MetaProperty> properties(JsonObject body) {
        var given = body.getJsonObject("properties");
        return given == null
                ? List.of()
                : given.entrySet().stream()
                        .map(entry ->
                                readProperty(entry.getKey(), entry.getValue().asJsonObject()))
                        .toList();
    }

    private static MetaProperty readProperty(String name, JsonObject given) {
        var schema = PropertySchema.kept(name, given);
        MetadefText.longText("definition of a property", schema.toString());
        return MetaProperty.wanted(MetadefText.name("property", name), schema);
    }

    private static MetaTag readTag(JsonObject body) {
        return MetaTag.wanted(named("tag", body));
    }

    private static Association readAssociation(JsonObject body) {
        return Association.wanted(
                named("resource type", body), shortText(body, "prefix"), shortText(body, "properties_target"));
    }

    private static String shortText(JsonObject body, String member) {
        String text = MetadefText.orNull(body, member);
        return text == null || text.isEmpty() ? text : MetadefText.name(member, text);
    }
}
