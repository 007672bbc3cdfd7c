package io.github.predella.metadefs;

import io.github.predella.core.Fault;
import io.github.predella.core.Jsons;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;

/**
 * The file form of a namespace with all that is in it, as operators of the reference know it. Files are read more
 * kindly than bodies of callers: what is null counts as not there, and a value that a list has twice counts once.
 */
public final class DefinitionFile {

    /** Who owns a namespace whose file does not say. */
    static final String OWNER = "admin";

    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final int DEEPEST = 50;

    private static final JsonWriterFactory WRITERS =
            Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

    private DefinitionFile() {}

    /**
     * Reads a file.
     *
     * @throws Fault INVALID when it is no such file, CONFLICT when it names something twice
     * @throws IOException when it cannot be read
     */
    public static Definition read(InputStream file) throws IOException {
        return read(file, OWNER);
    }

    /**
     * Reads a file.
     *
     * @param owner of a namespace whose file does not say, or null
     * @throws Fault INVALID when it is no such file, CONFLICT when it names something twice
     * @throws IOException when it cannot be read
     */
    public static Definition read(InputStream file, String owner) throws IOException {
        byte[] bytes = file.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw MetadefFaults.fileTooLarge(MOST_BYTES);
        }
        return DefinitionReader.ofFile(kind(object(bytes), 0), owner);
    }

    private static JsonObject object(byte[] bytes) {
        try (var parser =
                Jsons.parser(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8))) {
            var object = parser.next() == JsonParser.Event.START_OBJECT ? parser.getObject() : null;
            if (object != null && !parser.hasNext()) {
                return object;
            }
        } catch (RuntimeException malformed) {
            // Told below. Parsers tell some texts, such as those nested too deeply, by unspecified exceptions.
        }
        throw MetadefFaults.notJson();
    }

    private static JsonObject kind(JsonObject object, int depth) {
        if (depth > DEEPEST) {
            throw MetadefFaults.notJson();
        }
        var kind = Jsons.object();
        object.forEach((name, value) -> {
            if (!value.equals(JsonValue.NULL)) {
                kind.add(name, kind(name, value, depth + 1));
            }
        });
        return kind.build();
    }

    private static JsonValue kind(String name, JsonValue value, int depth) {
        if (value instanceof JsonObject object) {
            return kind(object, depth);
        }
        if (value instanceof JsonArray list) {
            var kind = Jsons.array();
            if (name.equals("enum")) {
                new LinkedHashSet<>(list).forEach(kind::add);
            } else {
                list.forEach(one -> kind.add(kind("", one, depth + 1)));
            }
            return kind.build();
        }
        return value;
    }

    /** Writes the file of a namespace, which {@link #read} reads. */
    public static void write(Definition definition, Writer file) {
        try (var json = WRITERS.createWriter(file)) {
            json.writeObject(content(definition));
        }
    }

    /** The content of the file of a namespace. */
    static JsonObject content(Definition definition) {
        var namespace = definition.namespace();
        var file = Jsons.object().add("namespace", namespace.name());
        addKnown(file, "display_name", namespace.displayName());
        addKnown(file, "description", namespace.description());
        if (namespace.visibility() != null) {
            file.add("visibility", namespace.visibility().wireName());
        }
        file.add("protected", namespace.isProtected()).add("owner", namespace.owner());
        file.add("resource_type_associations", associations(definition));
        var properties = Jsons.object();
        definition.properties().forEach(property -> properties.add(property.name(), property.schema()));
        var tags = Jsons.array();
        definition.tags().forEach(tag -> tags.add(Jsons.object().add("name", tag.name())));
        return file.add("properties", properties)
                .add("objects", objects(definition))
                .add("tags", tags)
                .build();
    }

    private static JsonArrayBuilder associations(Definition definition) {
        var all = Jsons.array();
        for (Association association : definition.associations()) {
            var one = Jsons.object().add("name", association.type());
            addKnown(one, "prefix", association.prefix());
            addKnown(one, "properties_target", association.propertiesTarget());
            all.add(one);
        }
        return all;
    }

    private static JsonArrayBuilder objects(Definition definition) {
        var all = Jsons.array();
        for (MetaObject object : definition.objects()) {
            var one = Jsons.object().add("name", object.name());
            addKnown(one, "description", object.description());
            if (object.required() != null) {
                var required = Jsons.array();
                object.required().forEach(required::add);
                one.add("required", required);
            }
            all.add(one.add("properties", object.properties()));
        }
        return all;
    }

    private static void addKnown(JsonObjectBuilder object, String member, String text) {
        if (text != null) {
            object.add(member, text);
        }
    }
}
