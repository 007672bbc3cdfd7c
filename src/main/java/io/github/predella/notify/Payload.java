package io.github.predella.notify;

import io.github.predella.core.IsoTime;
import io.github.predella.core.Jsons;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Collection;

/** What a notice says about a thing, in the making: null stands where something is not known. For one thread. */
public final class Payload {

    private final JsonObjectBuilder object = Jsons.object();

    /** Adds a text or null. */
    public Payload text(String key, String value) {
        return value == null ? nothing(key) : value(key, Jsons.text(value));
    }

    /** Adds a whole number or null. */
    public Payload number(String key, Number value) {
        if (value == null) {
            return nothing(key);
        }
        object.add(key, value.longValue());
        return this;
    }

    public Payload flag(String key, boolean value) {
        return value(key, value ? JsonValue.TRUE : JsonValue.FALSE);
    }

    /** Adds a time, to the second, or null. */
    public Payload time(String key, Instant value) {
        return text(key, IsoTime.text(value));
    }

    /** Adds a list of texts or null. */
    public Payload list(String key, Collection<String> value) {
        if (value == null) {
            return nothing(key);
        }
        var texts = Jsons.array();
        value.forEach(texts::add);
        return value(key, texts.build());
    }

    public Payload value(String key, JsonValue value) {
        object.add(key, value);
        return this;
    }

    public Payload nothing(String key) {
        object.addNull(key);
        return this;
    }

    /** The thing with its times, as it is. */
    public JsonObject alive(Instant created, Instant updated) {
        return time("created_at", created).time("updated_at", updated).alive();
    }

    /** The thing as it is. */
    public JsonObject alive() {
        return flag("deleted", false).nothing("deleted_at").done();
    }

    /** The thing with its times, as it was until now. */
    public JsonObject ended(Instant created, Instant updated, Instant when) {
        return time("created_at", created).time("updated_at", updated).ended(when);
    }

    /** The thing as it was until now. */
    public JsonObject ended(Instant when) {
        return flag("deleted", true).time("deleted_at", when).done();
    }

    public JsonObject done() {
        return object.build();
    }
}
