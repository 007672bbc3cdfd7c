package io.github.predella.schema;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Properties that the operator adds to a document, from a file such as {@code schema-image.json}: either {@code {name:
 * schema, …}} or {@code {"properties": {…}, "required": […]}}.
 *
 * @param properties schemas by name, in the order of the file
 * @param required names of properties that clients must give, of these or of the service
 */
public record CustomProperties(Map<String, Schema> properties, List<String> required) {

    private static final long MOST_BYTES = 1 << 20;
    private static final String PROPERTIES = "properties";
    private static final String REQUIRED = "required";

    public CustomProperties {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        required = List.copyOf(required);
    }

    /** No properties at all. */
    public static CustomProperties none() {
        return new CustomProperties(Map.of(), List.of());
    }

    /**
     * Reads a file.
     *
     * @throws SchemaProblem when it cannot be read or is in neither form, or a schema in it cannot be checked
     */
    public static CustomProperties read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new SchemaProblem("it is larger than " + MOST_BYTES + " bytes");
            }
            try (var reader = Json.createReader(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
                return of(reader.readObject());
            }
        } catch (IOException | JsonException | SchemaProblem e) {
            throw new SchemaProblem("The schema file " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    /**
     * Takes either form.
     *
     * @throws SchemaProblem when it is neither, or a schema in it cannot be checked
     */
    public static CustomProperties of(JsonObject content) {
        boolean divided =
                content.containsKey(PROPERTIES) && Set.of(PROPERTIES, REQUIRED).containsAll(content.keySet());
        return divided
                ? new CustomProperties(schemas(content.get(PROPERTIES)), names(content.get(REQUIRED)))
                : new CustomProperties(schemas(content), List.of());
    }

    private static Map<String, Schema> schemas(JsonValue value) {
        if (!(value instanceof JsonObject byName)) {
            throw new SchemaProblem("\"" + PROPERTIES + "\" must be an object");
        }
        var schemas = new LinkedHashMap<String, Schema>();
        byName.forEach((name, schema) -> schemas.put(name, schema(name, schema)));
        return schemas;
    }

    private static Schema schema(String name, JsonValue value) {
        if (!(value instanceof JsonObject keywords)) {
            throw new SchemaProblem("the property \"" + name + "\" must have an object as its schema");
        }
        Schema schema = Schema.of(keywords);
        try {
            SchemaCheck.of(schema);
        } catch (SchemaProblem e) {
            throw new SchemaProblem("in the property \"" + name + "\" " + e.getMessage(), e);
        }
        return schema;
    }

    private static List<String> names(JsonValue value) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof JsonArray names) || !names.stream().allMatch(JsonString.class::isInstance)) {
            throw new SchemaProblem("\"" + REQUIRED + "\" must be a list of names");
        }
        return names.getValuesAs(JsonString::getString);
    }
}
