package io.github.predella.dashboard.metadefs;

import io.github.predella.core.Jsons;
import io.github.predella.metadefs.DefinitionReader;
import io.github.predella.metadefs.MetaObject;
import jakarta.json.JsonObject;
import java.util.List;

/** Objects of namespaces as callers of the API send them, so that they are held against the same rules. */
final class ObjectBodies {

    private ObjectBodies() {}

    /**
     * An object that is to be stored.
     *
     * @param description or null
     * @param required or null
     * @throws io.github.predella.core.Fault INVALID when it cannot be one
     */
    static MetaObject object(String name, String description, List<String> required, JsonObject properties) {
        var body = Jsons.object().add("name", name).add("properties", properties);
        if (description != null) {
            body.add("description", description);
        }
        if (required != null) {
            var names = Jsons.array();
            required.forEach(names::add);
            body.add("required", names);
        }
        return DefinitionReader.object(body.build());
    }

    /** The same object without one of its properties. */
    static MetaObject without(MetaObject object, String property) {
        var others = Jsons.object();
        object.properties().forEach((name, schema) -> {
            if (!name.equals(property)) {
                others.add(name, schema);
            }
        });
        var required = object.required() == null
                ? null
                : object.required().stream()
                        .filter(name -> !name.equals(property))
                        .toList();
        return object(object.name(), object.description(), required, others.build());
    }
}
