package io.github.predella.identity.embedded.db;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;

/** Additional attributes as their column holds them: the text of a JSON object. */
final class ExtraText {

    private ExtraText() {}

    static JsonObject object(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
