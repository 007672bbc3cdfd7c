package io.github.predella.metadefs.db;

import io.github.predella.core.Jsons;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.StringReader;

/** JSON in a column for texts. */
final class JsonColumn {

    private JsonColumn() {}

    /** The object in a text; an empty one when nobody can read it, so that one bad row does not hide the others. */
    static JsonObject object(String text) {
        if (text == null) {
            return JsonObject.EMPTY_JSON_OBJECT;
        }
        try (var reader = Jsons.reader(new StringReader(text))) {
            return reader.readValue() instanceof JsonObject object ? object : JsonObject.EMPTY_JSON_OBJECT;
        } catch (JsonException unreadable) {
            return JsonObject.EMPTY_JSON_OBJECT;
        }
    }
}
