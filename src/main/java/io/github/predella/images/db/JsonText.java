package io.github.predella.images.db;

import io.github.predella.core.Jsons;
import jakarta.json.JsonException;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;

/** The JSON objects that some text columns hold. */
final class JsonText {

    private JsonText() {}

    /** The members of an object, values as text; empty for null, for an empty text and for anything else. */
    static Map<String, String> toMap(String json) {
        if (json == null || json.isEmpty()) {
            return Map.of();
        }
        try (var reader = Jsons.reader(new StringReader(json))) {
            var map = new LinkedHashMap<String, String>();
            reader.readObject().forEach((key, value) -> map.put(key, text(value)));
            return map;
        } catch (JsonException damaged) {
            // A row that nobody can read must not make its image unreadable.
            return Map.of();
        }
    }

    static String of(Map<String, String> map) {
        var object = Jsons.object();
        map.forEach(object::add);
        return object.build().toString();
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }
}
