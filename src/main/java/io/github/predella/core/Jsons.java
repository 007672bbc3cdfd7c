package io.github.predella.core;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParser;
import java.io.OutputStream;
import java.io.Reader;

/**
 * The makers of JSON readers, writers and objects. The static methods of {@code jakarta.json.Json} look for the
 * implementation at every call, which costs more than writing a record; here it is found once. Safe for any thread.
 */
public final class Jsons {

    private static final JsonProvider PROVIDER = JsonProvider.provider();

    private Jsons() {}

    /** An empty object to fill. */
    public static JsonObjectBuilder object() {
        return PROVIDER.createObjectBuilder();
    }

    /** An empty list to fill. */
    public static JsonArrayBuilder array() {
        return PROVIDER.createArrayBuilder();
    }

    /** A text as a value. */
    public static JsonString text(String text) {
        return PROVIDER.createValue(text);
    }

    /** A reader of one value. */
    public static JsonReader reader(Reader text) {
        return PROVIDER.createReader(text);
    }

    /** A reader of a text, piece by piece. */
    public static JsonParser parser(Reader text) {
        return PROVIDER.createParser(text);
    }

    /** A writer in UTF-8. */
    public static JsonGenerator generator(OutputStream bytes) {
        return PROVIDER.createGenerator(bytes);
    }
}
