package io.github.predella.data.db;

import io.github.predella.core.Caller;
import io.github.predella.core.Jsons;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** A caller as the JSON text in which one is kept. The token itself is not part of it. */
final class CallerText {

    private CallerText() {}

    static String of(Caller caller) {
        var object = Jsons.object();
        if (caller.user() != null) {
            object.add("user", caller.user());
        }
        if (caller.project() != null) {
            object.add("project", caller.project());
        }
        if (caller.domain() != null) {
            object.add("domain", caller.domain());
        }
        if (caller.expires() != null) {
            object.add("expires", caller.expires().toString());
        }
        return object.add("system", caller.system())
                .add("roles", list(caller.roles()))
                .add("service_roles", list(caller.serviceRoles()))
                .add("read_only", caller.readOnly())
                .add("request", caller.requestId())
                .build()
                .toString();
    }

    static Caller read(String text) {
        try (var reader = Jsons.reader(new StringReader(text))) {
            var object = reader.readObject();
            String expires = object.getString("expires", null);
            return new Caller(
                    object.getString("user", null),
                    object.getString("project", null),
                    object.getString("domain", null),
                    object.getBoolean("system"),
                    set(object, "roles"),
                    set(object, "service_roles"),
                    expires == null ? null : Instant.parse(expires),
                    object.getBoolean("read_only"),
                    object.getString("request"));
        }
    }

    private static JsonArrayBuilder list(Set<String> names) {
        var list = Jsons.array();
        new TreeSet<>(names).forEach(list::add);
        return list;
    }

    private static Set<String> set(JsonObject object, String key) {
        var names = new TreeSet<String>();
        object.getJsonArray(key).getValuesAs(JsonString.class).forEach(name -> names.add(name.getString()));
        return names;
    }
}
