package io.github.predella.schema;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * A JSON schema as the service publishes it: of one value, or a whole document with a name, properties in their order
 * and links. Immutable: every method that adds something returns a new schema. Schemas are made once at the start and
 * their {@link #toJson()} kept, since neither is meant to be fast.
 */
public final class Schema {

    private static final String NULL = "null";

    /** What stands at the end of a document, in this order. */
    private static final List<String> LAST = List.of("additionalProperties", "definitions", "required", "links");

    private final Map<String, JsonValue> keywords;

    private Schema(Map<String, JsonValue> keywords) {
        this.keywords = Collections.unmodifiableMap(keywords);
    }

    /** A document: an object with a name, to which properties are added. */
    public static Schema document(String name) {
        return new Schema(Map.of())
                .with("name", Json.createValue(name))
                .with("properties", JsonValue.EMPTY_JSON_OBJECT);
    }

    public static Schema string() {
        return ofType("string");
    }

    public static Schema integer() {
        return ofType("integer");
    }

    public static Schema number() {
        return ofType("number");
    }

    public static Schema bool() {
        return ofType("boolean");
    }

    public static Schema object() {
        return ofType("object");
    }

    public static Schema array(Schema items) {
        return ofType("array").with("items", items.toJson());
    }

    /** Whatever the definition of that name in the same document says. */
    public static Schema reference(String definition) {
        return new Schema(Map.of()).with("$ref", Json.createValue("#/definitions/" + definition));
    }

    /** What all the given schemas say together. */
    public static Schema allOf(Schema... parts) {
        return new Schema(Map.of())
                .with("allOf", array(Arrays.stream(parts).map(Schema::toJson).toList()));
    }

    /** The schema that a JSON object describes, taken as it is. */
    public static Schema of(JsonObject keywords) {
        return new Schema(new LinkedHashMap<>(keywords));
    }

    private static Schema ofType(String type) {
        return new Schema(Map.of()).with("type", Json.createValue(type));
    }

    /** Null is allowed too; it comes first in the lists of types and of values. */
    public Schema orNull() {
        JsonArray types = array(List.of(Json.createValue(NULL), keywords.get("type")));
        Schema nullable = with("type", types);
        return keywords.get("enum") instanceof JsonArray values ? nullable.with("enum", nullFirst(values)) : nullable;
    }

    /** Only these texts are allowed. */
    public Schema oneOf(List<String> values) {
        JsonArray texts = array(values.stream().map(Json::createValue).toList());
        boolean nullable = keywords.get("type") instanceof JsonArray;
        return with("enum", nullable ? nullFirst(texts) : texts);
    }

    private static JsonArray nullFirst(JsonArray values) {
        var all = new ArrayList<JsonValue>(List.of(JsonValue.NULL));
        all.addAll(values);
        return array(all);
    }

    /** The sentence that clients print as help. */
    public Schema says(String description) {
        return with("description", Json.createValue(description));
    }

    public Schema title(String title) {
        return with("title", Json.createValue(title));
    }

    /** The longest text, in characters of Unicode. */
    public Schema maxLength(int characters) {
        return with("maxLength", Json.createValue(characters));
    }

    public Schema minLength(int characters) {
        return with("minLength", Json.createValue(characters));
    }

    /** A regular expression that is searched in texts. */
    public Schema pattern(String expression) {
        return with("pattern", Json.createValue(expression));
    }

    /** One of {@code uri}, {@code uuid}, {@code date-time}; others are published but not checked. */
    public Schema format(String format) {
        return with("format", Json.createValue(format));
    }

    public Schema minimum(long least) {
        return with("minimum", Json.createValue(least));
    }

    public Schema maximum(long most) {
        return with("maximum", Json.createValue(most));
    }

    public Schema minItems(int least) {
        return with("minItems", Json.createValue(least));
    }

    public Schema maxItems(int most) {
        return with("maxItems", Json.createValue(most));
    }

    public Schema uniqueItems() {
        return with("uniqueItems", JsonValue.TRUE);
    }

    /** Marks a property that only the service sets; publishing only, the check does not look at it. */
    public Schema readOnly() {
        return with("readOnly", JsonValue.TRUE);
    }

    /** Marks a property that never comes back; publishing only. */
    public Schema writeOnly() {
        return with("writeOnly", JsonValue.TRUE);
    }

    /** Says whether the property belongs to the service rather than to the operator; publishing only. */
    public Schema base(boolean base) {
        return with("is_base", truth(base));
    }

    /** The value that applies when none is given; publishing only. */
    public Schema standard(JsonValue value) {
        return with("default", value);
    }

    /** Adds a property at the end, or replaces the one of that name in its place. */
    public Schema property(String name, Schema schema) {
        return entry("properties", name, schema.toJson());
    }

    /** Whether properties that are not listed are allowed. */
    public Schema additional(boolean allowed) {
        return with("additionalProperties", truth(allowed));
    }

    /** What properties that are not listed must be. */
    public Schema additional(Schema schema) {
        return with("additionalProperties", schema.toJson());
    }

    /** Adds a definition for {@link #reference}. */
    public Schema define(String name, Schema schema) {
        return entry("definitions", name, schema.toJson());
    }

    /** These properties must be there, in addition to those required already. */
    public Schema require(List<String> names) {
        var all = new LinkedHashSet<JsonValue>();
        if (keywords.get("required") instanceof JsonArray before) {
            all.addAll(before);
        }
        names.forEach(name -> all.add(Json.createValue(name)));
        return all.isEmpty() ? this : with("required", array(List.copyOf(all)));
    }

    /** Where the first property is, the others must be too. */
    public Schema dependency(String name, List<String> others) {
        return entry(
                "dependencies",
                name,
                array(others.stream().map(Json::createValue).toList()));
    }

    /** Adds a link; the address is a template over the properties. */
    public Schema link(String rel, String href) {
        var links = new ArrayList<JsonValue>();
        if (keywords.get("links") instanceof JsonArray before) {
            links.addAll(before);
        }
        links.add(Json.createObjectBuilder().add("rel", rel).add("href", href).build());
        return with("links", array(links));
    }

    /** The document without what it says about further properties and without links. */
    public Schema minimal() {
        return without("additionalProperties").without("links");
    }

    /**
     * The document of a list: the items under the list's name, beside them the address of this document.
     *
     * @param paged whether there are also the addresses of the first and the next page
     */
    public static Schema collection(String name, Schema item, boolean paged) {
        Schema list = document(name).property(name, array(item.without("definitions")));
        if (paged) {
            list = list.property("first", string().says("Address of the first page"))
                    .property("next", string().says("Address of the next page; absent on the last one"))
                    .link("first", "{first}")
                    .link("next", "{next}");
        }
        list = list.property("schema", string().says("Address of this schema")).link("describedby", "{schema}");
        JsonValue definitions = item.keywords.get("definitions");
        return definitions == null ? list : list.with("definitions", definitions);
    }

    /**
     * The document together with the properties of the operator, which are marked as not our own.
     *
     * @throws SchemaProblem when one of them is a property of the document already and says something else
     */
    public Schema merge(CustomProperties custom) {
        Schema merged = this;
        JsonObject own = keywords.get("properties").asJsonObject();
        for (var entry : custom.properties().entrySet()) {
            JsonValue before = own.get(entry.getKey());
            if (before == null) {
                merged = merged.property(entry.getKey(), entry.getValue().base(false));
            } else if (!before.equals(entry.getValue().toJson())) {
                throw new SchemaProblem("the property \"" + entry.getKey() + "\" is one of the service and cannot be"
                        + " defined differently");
            }
        }
        return merged.require(custom.required());
    }

    /** The names of the properties, in their order. */
    public List<String> propertyNames() {
        return keywords.get("properties") instanceof JsonObject own ? List.copyOf(own.keySet()) : List.of();
    }

    /** The published form. */
    public JsonObject toJson() {
        var json = Json.createObjectBuilder();
        keywords.forEach((keyword, value) -> {
            if (!LAST.contains(keyword)) {
                json.add(keyword, value);
            }
        });
        LAST.stream().filter(keywords::containsKey).forEach(keyword -> json.add(keyword, keywords.get(keyword)));
        return json.build();
    }

    private Schema entry(String keyword, String name, JsonValue value) {
        var entries = Json.createObjectBuilder();
        if (keywords.get(keyword) instanceof JsonObject before) {
            before.forEach(entries::add);
        }
        return with(keyword, entries.add(name, value).build());
    }

    private Schema with(String keyword, JsonValue value) {
        var more = new LinkedHashMap<>(keywords);
        more.put(keyword, value);
        return new Schema(more);
    }

    private Schema without(String keyword) {
        var less = new LinkedHashMap<>(keywords);
        less.remove(keyword);
        return new Schema(less);
    }

    private static JsonValue truth(boolean truth) {
        return truth ? JsonValue.TRUE : JsonValue.FALSE;
    }

    private static JsonArray array(List<? extends JsonValue> values) {
        var array = Json.createArrayBuilder();
        values.forEach(array::add);
        return array.build();
    }
}
