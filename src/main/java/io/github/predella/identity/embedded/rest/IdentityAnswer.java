package io.github.predella.identity.embedded.rest;

import io.github.predella.rest.JsonAnswer;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;

/** Answers in the form of the Identity API. */
final class IdentityAnswer {

    /** The most a list shows; services ask for one more to know whether it was cut. */
    private static final int LONGEST_LIST = 10_000;

    /** How many a service is asked for. */
    static final int LIMIT = LONGEST_LIST + 1;

    private IdentityAnswer() {}

    static Response of(int status, JsonObjectBuilder body) {
        return builder(status, body).build();
    }

    static Response.ResponseBuilder builder(int status, JsonObjectBuilder body) {
        var object = body.build();
        return JsonAnswer.of(status, json -> json.write(object));
    }

    /** One thing under its name. */
    static Response of(int status, String name, JsonObjectBuilder thing) {
        return of(status, JsonParts.object().add(name, thing));
    }

    /** A list under its name; a list that is too long is cut and says so. */
    static <T> Response list(String name, List<T> items, Function<T, JsonObjectBuilder> form, Links links) {
        var body = JsonParts.object()
                .add(name, array(items.subList(0, Math.min(items.size(), LONGEST_LIST)), form))
                .add("links", links.list());
        return of(200, items.size() > LONGEST_LIST ? body.add("truncated", true) : body);
    }

    static <T> JsonArrayBuilder array(List<T> items, Function<T, JsonObjectBuilder> form) {
        var array = JsonParts.array();
        items.forEach(item -> array.add(form.apply(item)));
        return array;
    }

    static Response nothing() {
        return Response.noContent().build();
    }
}
