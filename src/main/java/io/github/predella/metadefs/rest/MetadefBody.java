package io.github.predella.metadefs.rest;

import io.github.predella.core.Fault;
import io.github.predella.rest.JsonBody;
import jakarta.json.JsonObject;
import java.io.InputStream;

/** A body that defines something. */
final class MetadefBody {

    private MetadefBody() {}

    /** @throws Fault INVALID when it is no object in JSON, TOO_LARGE past the bound */
    static JsonObject read(InputStream body) {
        if (JsonBody.read(body) instanceof JsonObject object) {
            return object;
        }
        throw Fault.invalid("The request body must be a JSON object.");
    }
}
