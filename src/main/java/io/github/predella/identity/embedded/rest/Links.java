package io.github.predella.identity.embedded.rest;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/**
 * The addresses answers point to.
 *
 * @param base where clients reach this deployment, without a slash at the end
 * @param asked path and query of the request
 */
record Links(String base, String asked) {

    /** The address of the API itself. */
    String root() {
        return base + "/identity/v3";
    }

    /** The address of something below the API; the path begins with a slash. */
    String to(String path) {
        return root() + path;
    }

    /** The "links" of one thing. */
    JsonObjectBuilder self(String path) {
        return JsonParts.object().add("self", to(path));
    }

    /** The "links" of an answer that is no list. */
    JsonObjectBuilder self() {
        return JsonParts.object().add("self", base + asked);
    }

    /** The "links" of a list, which is always whole. */
    JsonObjectBuilder list() {
        return JsonParts.object()
                .add("next", JsonValue.NULL)
                .add("self", base + asked)
                .add("previous", JsonValue.NULL);
    }
}
