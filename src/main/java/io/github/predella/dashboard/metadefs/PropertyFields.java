package io.github.predella.dashboard.metadefs;

import io.github.predella.core.Jsons;
import io.github.predella.metadefs.ValueRule;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The schema of a property as the fields of a form. */
final class PropertyFields {

    /** All fields. */
    static final List<String> NAMES = """
            name
            title
            description
            type
            list
            choices
            default
            minimum
            maximum
            shortest
            longest
            pattern
            operators
            readonly
            """.lines().toList();

    /** The kinds of values that a form offers. */
    static final List<String> TYPES = List.of("string", "integer", "number", "boolean", "object");

    private static final String LIST = "array";
    private static final Set<String> OF_FORM = Set.of(
            "name",
            "title",
            "description",
            "type",
            "items",
            "enum",
            "default",
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "pattern",
            "operators",
            "readonly");
    private static final int LONGEST_NAME = 80;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,9}");

    private PropertyFields() {}

    /** The fields as a schema fills them. */
    static Map<String, String> of(String name, JsonObject schema) {
        boolean list = text(schema, "type").equals(LIST);
        var values = list && schema.get("items") instanceof JsonObject items ? items : schema;
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", name);
        List.of("title", "description", "default", "pattern", "minimum", "maximum")
                .forEach(keyword -> fields.put(keyword, text(schema, keyword)));
        fields.put("type", text(values, "type").replace(LIST, ""));
        fields.put("list", String.valueOf(list));
        fields.put("choices", lines(values.get("enum")));
        fields.put("shortest", text(schema, list ? "minItems" : "minLength"));
        fields.put("longest", text(schema, list ? "maxItems" : "maxLength"));
        fields.put("operators", lines(schema.get("operators")));
        fields.put("readonly", text(schema, "readonly"));
        return fields;
    }

    private static String text(JsonObject schema, String keyword) {
        var value = schema.get(keyword);
        if (value == null || value instanceof JsonObject || value instanceof JsonArray) {
            return "";
        }
        return value instanceof JsonString text ? text.getString() : value.toString();
    }

    private static String lines(JsonValue list) {
        return list instanceof JsonArray array
                ? array.stream()
                        .filter(JsonString.class::isInstance)
                        .map(one -> ((JsonString) one).getString())
                        .collect(Collectors.joining("\n"))
                : "";
    }

    /** The names of fields in which something is wrong. */
    static Set<String> wrong(Map<String, String> fields) {
        var wrong = new LinkedHashSet<String>();
        String name = fields.get("name");
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            wrong.add("name");
        }
        if (fields.get("title").isEmpty()) {
            wrong.add("title");
        }
        if (!TYPES.contains(fields.get("type"))) {
            wrong.add("type");
        }
        if (isNumber(fields)) {
            addWrongBounds(wrong, fields, "minimum", "maximum", NUMBER);
        } else if (hasLength(fields)) {
            addWrongBounds(wrong, fields, "shortest", "longest", LENGTH);
        }
        String standard = fields.get("default");
        if (wrong.isEmpty() && !standard.isEmpty()) {
            if (!ValueRule.of(schema(fields, JsonValue.EMPTY_JSON_OBJECT)).takes(standard)) {
                wrong.add("default");
            }
        }
        return wrong;
    }

    private static void addWrongBounds(
            Set<String> wrong, Map<String, String> fields, String least, String most, Pattern form) {
        String from = fields.get(least);
        String to = fields.get(most);
        boolean known = true;
        for (String field : List.of(least, most)) {
            if (!fields.get(field).isEmpty() && !form.matcher(fields.get(field)).matches()) {
                wrong.add(field);
            }
            known &= !fields.get(field).isEmpty() && !wrong.contains(field);
        }
        if (known && Long.parseLong(from) > Long.parseLong(to)) {
            wrong.add(most);
        }
    }

    private static boolean isList(Map<String, String> fields) {
        return fields.get("list").equals("true");
    }

    private static boolean isNumber(Map<String, String> fields) {
        return !isList(fields) && Set.of("integer", "number").contains(fields.get("type"));
    }

    private static boolean hasLength(Map<String, String> fields) {
        return isList(fields) || fields.get("type").equals("string");
    }

    /**
     * The schema that the fields describe, without what does not go with its type.
     *
     * @param fields nothing is wrong with them
     * @param before what the schema says beyond the form stays
     */
    static JsonObject schema(Map<String, String> fields, JsonObject before) {
        boolean list = isList(fields);
        var choices = FormFields.lines(fields.get("choices"));
        var schema = Jsons.object().add("title", fields.get("title"));
        if (!fields.get("description").isEmpty()) {
            schema.add("description", fields.get("description"));
        }
        schema.add("type", list ? LIST : fields.get("type"));
        var values = Jsons.object();
        if (list) {
            values.add("type", fields.get("type"));
        }
        if (!choices.isEmpty()) {
            (list ? values : schema).add("enum", array(choices));
        }
        if (list) {
            schema.add("items", values);
        }
        if (!fields.get("default").isEmpty()) {
            schema.add("default", fields.get("default"));
        }
        var bounds = new LinkedHashMap<String, String>();
        if (isNumber(fields)) {
            bounds.put("minimum", fields.get("minimum"));
            bounds.put("maximum", fields.get("maximum"));
        } else if (hasLength(fields)) {
            bounds.put(list ? "minItems" : "minLength", fields.get("shortest"));
            bounds.put(list ? "maxItems" : "maxLength", fields.get("longest"));
        }
        bounds.forEach((keyword, number) -> {
            if (!number.isEmpty()) {
                schema.add(keyword, Long.parseLong(number));
            }
        });
        if (!list
                && fields.get("type").equals("string")
                && !fields.get("pattern").isEmpty()) {
            schema.add("pattern", fields.get("pattern"));
        }
        var operators = FormFields.lines(fields.get("operators"));
        if (!operators.isEmpty()) {
            schema.add("operators", array(operators));
        }
        if (fields.get("readonly").equals("true")) {
            schema.add("readonly", true);
        }
        before.forEach((keyword, value) -> {
            if (!OF_FORM.contains(keyword)) {
                schema.add(keyword, value);
            }
        });
        return schema.build();
    }

    private static JsonArrayBuilder array(List<String> texts) {
        var array = Jsons.array();
        texts.forEach(array::add);
        return array;
    }
}
