package io.github.predella.dashboard.metadefs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.predella.core.Jsons;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the form of a property makes of a schema, and back. */
class PropertyFieldsTest {

    private static JsonObject json(String text) {
        try (var reader = Jsons.reader(new StringReader(text.replace('\'', '"')))) {
            return reader.readObject();
        }
    }

    private static Map<String, String> fields(String... namesAndValues) {
        var fields = new HashMap<String, String>();
        PropertyFields.NAMES.forEach(name -> fields.put(name, ""));
        fields.putAll(Map.of("name", "p", "title", "P", "type", "string"));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'title': 'T', 'description': 'D', 'type': 'string', 'enum': ['a', 'b'], 'default': 'a'}",
                "{'title': 'T', 'type': 'string', 'minLength': 1, 'maxLength': 9, 'pattern': '^a'}",
                "{'title': 'T', 'type': 'integer', 'minimum': -1, 'maximum': 8, 'readonly': true}",
                "{'title': 'T', 'type': 'array', 'items': {'type': 'string', 'enum': ['a']}, 'minItems': 1,"
                        + " 'operators': ['<or>'], 'uniqueItems': true}",
                "{'title': 'T', 'type': 'boolean', 'default': 'True'}"
            })
    void schemaComesBackAsItWas(String text) {
        var schema = json(text);

        var fields = fields();
        fields.putAll(PropertyFields.of("p", schema));

        assertEquals(Set.of(), PropertyFields.wrong(fields));
        assertEquals(schema, PropertyFields.schema(fields, schema));
    }

    @Test
    void whatDoesNotGoWithATypeIsLeftOut() {
        var fields = fields("minimum", "1", "longest", "9", "pattern", "x");

        assertEquals(
                json("{'title': 'P', 'type': 'string', 'maxLength': 9, 'pattern': 'x'}"),
                PropertyFields.schema(fields, JsonValue.EMPTY_JSON_OBJECT));
        fields.put("type", "integer");
        assertEquals(
                json("{'title': 'P', 'type': 'integer', 'minimum': 1}"),
                PropertyFields.schema(fields, JsonValue.EMPTY_JSON_OBJECT));
    }

    @Test
    void whatCannotBeRightIsMarked() {
        assertEquals(Set.of("name", "title"), PropertyFields.wrong(fields("name", "", "title", "")));
        assertEquals(Set.of("type"), PropertyFields.wrong(fields("type", "text")));
        assertEquals(Set.of("minimum"), PropertyFields.wrong(fields("type", "integer", "minimum", "few")));
        assertEquals(
                Set.of("maximum"), PropertyFields.wrong(fields("type", "integer", "minimum", "8", "maximum", "1")));
        assertEquals(Set.of("shortest"), PropertyFields.wrong(fields("shortest", "-1")));
        assertEquals(Set.of("default"), PropertyFields.wrong(fields("choices", "a\nb", "default", "c")));
        assertEquals(Set.of(), PropertyFields.wrong(fields("choices", "a\nb", "default", "b")));
    }
}
