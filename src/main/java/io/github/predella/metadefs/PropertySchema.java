package io.github.predella.metadefs;

import io.github.predella.core.Jsons;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Set;

/** What the schema of one property may say, and the form in which it is kept. */
final class PropertySchema {

    /** Digits before the point of the largest number that is kept. */
    private static final int MOST_DIGITS = 18;

    private static final Set<String> WHOLE_NUMBERS =
            Set.of("minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems");

    /** What the description of the values of a list may say. */
    private static final Set<String> OF_ITEMS = Set.of("type", "enum");

    private static final Set<String> AS_GIVEN = Set.of(
            "type",
            "title",
            "description",
            "operators",
            "readonly",
            "enum",
            "pattern",
            "uniqueItems",
            "additionalItems");

    private PropertySchema() {}

    /**
     * The form in which a schema is kept: without a name, with whole bounds and with its default as a text.
     *
     * @param given fits the published schema
     * @throws io.github.predella.core.Fault INVALID for what properties do not have
     */
    static JsonObject kept(String property, JsonObject given) {
        var kept = Jsons.object();
        given.forEach((keyword, value) -> {
            if (AS_GIVEN.contains(keyword)) {
                kept.add(keyword, value);
            } else if (WHOLE_NUMBERS.contains(keyword)) {
                kept.add(keyword, whole(property, keyword, (JsonNumber) value));
            } else if (keyword.equals("items")) {
                kept.add(keyword, items(property, value.asJsonObject()));
            } else if (keyword.equals("default")) {
                addDefault(kept, property, value);
            } else if (!keyword.equals("name")) {
                throw MetadefFaults.unknownKeyword(keyword, property);
            }
        });
        return kept.build();
    }

    /** All schemas of an object or a namespace in that form. */
    static JsonObject allKept(JsonObject given) {
        var kept = Jsons.object();
        given.forEach(
                (name, schema) -> kept.add(MetadefText.name("property", name), kept(name, schema.asJsonObject())));
        return kept.build();
    }

    /** The same schemas under names that begin with a prefix. */
    static JsonObject prefixed(JsonObject schemas, String prefix) {
        var prefixed = Jsons.object();
        schemas.forEach((name, schema) -> prefixed.add(prefix + name, schema));
        return prefixed.build();
    }

    private static JsonObject items(String property, JsonObject given) {
        for (String keyword : given.keySet()) {
            if (!OF_ITEMS.contains(keyword)) {
                throw MetadefFaults.unknownKeyword("items." + keyword, property);
            }
        }
        return given;
    }

    private static long whole(String property, String keyword, JsonNumber number) {
        var exact = number.bigDecimalValue();
        // A short text can name a number whose digits would fill the memory.
        if ((long) exact.precision() - exact.scale() > MOST_DIGITS) {
            throw MetadefFaults.wrongBound(keyword, property);
        }
        return exact.longValue();
    }

    private static void addDefault(JsonObjectBuilder kept, String property, JsonValue value) {
        switch (value.getValueType()) {
            case STRING -> kept.add("default", ((JsonString) value).getString());
            case NUMBER -> kept.add("default", value.toString());
            case TRUE -> kept.add("default", "True");
            case FALSE -> kept.add("default", "False");
            case NULL -> {}
            case ARRAY, OBJECT -> throw MetadefFaults.wrongDefault(property);
        }
    }
}
