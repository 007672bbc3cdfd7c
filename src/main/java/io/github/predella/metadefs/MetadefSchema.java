package io.github.predella.metadefs;

import io.github.predella.core.Jsons;
import io.github.predella.schema.Schema;
import io.github.predella.schema.SchemaCheck;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;

/** The published documents about the catalogue, and the check of what callers send against them. */
public enum MetadefSchema {
    NAMESPACE("namespaces", namespace(), true),
    OBJECT("objects", object(), true),
    PROPERTY("properties", property(List.of("type", "title", "name")), false),
    RESOURCE_TYPE("resource_type_associations", resourceType(), false),
    TAG("tags", tag(), false);

    /** What only the service sets, besides the times. */
    private static final Set<String> ADDRESSES = Set.of("self", "schema");

    private static final List<String> TIMES = List.of("created_at", "updated_at");

    private final String list;

    @SuppressWarnings("ImmutableEnumChecker") // a schema cannot be changed
    private final Schema document;

    @SuppressWarnings("ImmutableEnumChecker") // nor can a check
    private final SchemaCheck check;

    private final boolean hasAddress;

    MetadefSchema(String list, Schema document, boolean hasAddress) {
        this.list = list;
        this.document = document;
        this.check = SchemaCheck.of(document);
        this.hasAddress = hasAddress;
    }

    /** The document about one of them. */
    public JsonObject one() {
        return document.toJson();
    }

    /** The document about their list. */
    public JsonObject many() {
        return this == PROPERTY
                ? propertiesByName().toJson()
                : Schema.collection(list, document, true).toJson();
    }

    /**
     * Returns when a body fits the document and sets nothing that only the service sets.
     *
     * @throws io.github.predella.core.Fault FORBIDDEN for the latter, INVALID otherwise
     */
    public void require(JsonObject body) {
        for (String member : body.keySet()) {
            if (TIMES.contains(member) || (hasAddress && ADDRESSES.contains(member))) {
                throw MetadefFaults.readOnly(member);
            }
        }
        fits(body);
    }

    /**
     * Returns when an object fits the document.
     *
     * @throws io.github.predella.core.Fault INVALID otherwise
     */
    void fits(JsonObject object) {
        check.problem(object).ifPresent(problem -> {
            throw MetadefFaults.mismatch(document.toJson().getString("name"), problem);
        });
    }

    private static Schema namespace() {
        Schema described = Schema.document("namespace")
                .property(
                        "namespace",
                        Schema.string().says("Unique name of the namespace").maxLength(80))
                .property(
                        "display_name", Schema.string().says("Name for people").maxLength(80))
                .property(
                        "description",
                        Schema.string().says("What the namespace is about").maxLength(500))
                .property(
                        "visibility",
                        Schema.string()
                                .says("Who sees the namespace: everybody, or its own project")
                                .oneOf(List.of("public", "private")))
                .property("protected", Schema.bool().says("Whether the namespace is kept from being deleted"))
                .property(
                        "owner",
                        Schema.string()
                                .says("Project that the namespace belongs to")
                                .maxLength(255));
        return parts(timed(described))
                .additional(false)
                .define("property", schemasByName())
                .define("positiveInteger", Schema.integer().minimum(0))
                .define("positiveIntegerDefault0", zeroOrMore())
                .define("stringArray", texts())
                .require(List.of("namespace"));
    }

    private static Schema parts(Schema document) {
        return addressed(document)
                .property(
                        "resource_type_associations",
                        Schema.array(Schema.object()
                                        .property("name", Schema.string().says("Name of the type"))
                                        .property("prefix", Schema.string().says("Prefix of properties there"))
                                        .property(
                                                "properties_target",
                                                Schema.string().says("Where on the resource properties go")))
                                .says("Types of resources that the namespace is for"))
                .property("properties", Schema.reference("property"))
                .property(
                        "objects",
                        Schema.array(Schema.object()
                                        .property("required", Schema.reference("stringArray"))
                                        .property("description", Schema.string().says("What the object is about"))
                                        .property("name", Schema.string().says("Name of the object"))
                                        .property("properties", Schema.reference("property")))
                                .says("Groups of properties"))
                .property(
                        "tags",
                        Schema.array(Schema.object()
                                        .property("name", Schema.string().says("Name of the tag")))
                                .says("Words that resources may be tagged with"));
    }

    private static Schema object() {
        Schema described = Schema.document("object")
                .property("name", Schema.string().says("Name of the object").maxLength(80))
                .property("description", Schema.string().says("What the object is about"))
                .property("required", Schema.reference("stringArray"))
                .property("properties", Schema.reference("property"));
        return timed(addressed(described))
                .additional(false)
                .define("property", schemasByName())
                .define("positiveInteger", Schema.integer().minimum(0))
                .define("positiveIntegerDefault0", zeroOrMore())
                .define("stringArray", texts())
                .require(List.of("name"));
    }

    private static Schema property(List<String> required) {
        return defined(keywords(Schema.document("property")).additional(false).require(required));
    }

    private static Schema defined(Schema document) {
        return document.define("positiveInteger", Schema.integer().minimum(0))
                .define("positiveIntegerDefault0", zeroOrMore())
                .define("stringArray", texts().minItems(1));
    }

    private static Schema propertiesByName() {
        Schema item = keywords(Schema.document("property")).additional(false).require(List.of("type", "title"));
        return defined(Schema.document("properties")
                .property("properties", Schema.object().additional(item).says("Schemas of the properties by name"))
                .property("first", Schema.string().says("Address of the first page"))
                .property("next", Schema.string().says("Address of the next page; absent on the last one"))
                .property("schema", Schema.string().says("Address of this schema"))
                .link("first", "{first}")
                .link("next", "{next}")
                .link("describedby", "{schema}"));
    }

    private static Schema resourceType() {
        Schema described = Schema.document("resource_type_association")
                .property(
                        "name",
                        Schema.string()
                                .says("Name of the type of resources, as the orchestration service writes it if it"
                                        + " knows the type")
                                .maxLength(80))
                .property(
                        "prefix",
                        Schema.string()
                                .says("What stands before the names of properties on such resources; how it ends, for"
                                        + " example with a colon, is part of it")
                                .maxLength(80))
                .property(
                        "properties_target",
                        Schema.string()
                                .says("Where properties go on resources that have several places for them, such as"
                                        + " image or metadata")
                                .maxLength(80));
        return timed(described).additional(false).require(List.of("name"));
    }

    private static Schema tag() {
        return timed(Schema.document("tag")
                        .property(
                                "name", Schema.string().says("Name of the tag").maxLength(80)))
                .additional(false)
                .require(List.of("name"));
    }

    private static Schema timed(Schema document) {
        return document.property(
                        "created_at",
                        Schema.string().readOnly().says("When it was made").format("date-time"))
                .property(
                        "updated_at",
                        Schema.string()
                                .readOnly()
                                .says("When it was changed last")
                                .format("date-time"));
    }

    private static Schema addressed(Schema document) {
        return document.property("self", Schema.string().readOnly().says("Address of this record"))
                .property("schema", Schema.string().readOnly().says("Address of the schema"));
    }

    private static Schema schemasByName() {
        return Schema.object().additional(keywords(Schema.object()).require(List.of("title", "type")));
    }

    private static Schema texts() {
        return Schema.array(Schema.string()).uniqueItems();
    }

    private static Schema zeroOrMore() {
        return Schema.allOf(
                Schema.reference("positiveInteger"),
                Schema.of(Jsons.object().add("default", 0).build()));
    }

    private static Schema kind() {
        var kinds = Jsons.array();
        List.of("array", "boolean", "integer", "number", "object", "string").forEach(kinds::add);
        return Schema.of(Jsons.object()
                .add("type", "string")
                .add("enum", kinds.addNull())
                .build());
    }

    /** Adds all that the schema of a property can say. */
    private static Schema keywords(Schema schema) {
        return bounds(schema.property(
                        "name", Schema.string().says("Name of the property").maxLength(80))
                .property("title", Schema.string().says("Name for people"))
                .property("description", Schema.string().says("What the property means"))
                .property(
                        "operators",
                        Schema.array(Schema.string()).says("Operators that values in requirements may have"))
                .property("type", kind().says("Which kind of values it takes"))
                .property("required", Schema.reference("stringArray"))
                .property(
                        "pattern",
                        Schema.string().says("Expression that texts match").format("regex"))
                .property("enum", Schema.reference("stringArray"))
                .property("readonly", Schema.bool().says("Whether users only look at it"))
                .property("default", Schema.of(JsonValue.EMPTY_JSON_OBJECT).says("Value that counts without one")));
    }

    private static Schema bounds(Schema schema) {
        return schema.property("minimum", Schema.number().says("Least number"))
                .property("maximum", Schema.number().says("Largest number"))
                .property("maxLength", Schema.reference("positiveInteger"))
                .property("minLength", Schema.reference("positiveIntegerDefault0"))
                .property(
                        "items",
                        Schema.object()
                                .property("type", kind().says("Which kind of values the list holds"))
                                .property("enum", Schema.reference("stringArray"))
                                .says("What the values of a list are"))
                .property("maxItems", Schema.reference("positiveInteger"))
                .property("minItems", Schema.reference("positiveIntegerDefault0"))
                .property(
                        "uniqueItems",
                        Schema.bool().standard(JsonValue.FALSE).says("Whether a value stands in the list only once"))
                .property("additionalItems", Schema.bool().says("Whether the list may go on with other values"));
    }
}
