package io.github.predella.identity.embedded.rest;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.Map;

/** Empty JSON objects and lists to fill. */
final class JsonParts {

    /** Looked up once: finding the provider costs more than writing an answer. */
    private static final JsonBuilderFactory FACTORY = Json.createBuilderFactory(Map.of());

    private JsonParts() {}

    static JsonObjectBuilder object() {
        return FACTORY.createObjectBuilder();
    }

    /** An object that has these members already. */
    static JsonObjectBuilder object(JsonObject start) {
        return FACTORY.createObjectBuilder(start);
    }

    static JsonArrayBuilder array() {
        return FACTORY.createArrayBuilder();
    }

    static JsonArrayBuilder array(Collection<?> start) {
        return FACTORY.createArrayBuilder(start);
    }

    /** Adds a text, or null when there is none. */
    static JsonObjectBuilder add(JsonObjectBuilder object, String name, String text) {
        return text == null ? object.addNull(name) : object.add(name, text);
    }
}
