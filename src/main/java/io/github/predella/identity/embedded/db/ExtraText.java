package io.github.predella.identity.embedded.db;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.util.Map;

/** Additional attributes as their column holds them: the text of a JSON object. */
final class ExtraText {

    /** Looked up once: finding the provider costs more than reading a row. */
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private ExtraText() {}

    static JsonObject object(String text) {
        try (var reader = READERS.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
