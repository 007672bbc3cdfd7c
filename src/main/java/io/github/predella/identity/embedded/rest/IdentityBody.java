package io.github.predella.identity.embedded.rest;

import io.github.predella.core.Fault;
import io.github.predella.identity.embedded.IdentityFaults;
import io.github.predella.rest.JsonBody;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The JSON object a request carries, of at most 64 KiB. */
final class IdentityBody {

    private static final int LARGEST = 64 * 1024;

    private IdentityBody() {}

    /** The object under a name, as in {@code {"user": {…}}}. */
    static JsonObject read(InputStream body, String name) {
        if (read(body).get(name) instanceof JsonObject object) {
            return object;
        }
        throw IdentityFaults.malformed("Expecting to find " + name + " in request body.");
    }

    /** The objects of the list under a name, as in {@code {"limits": [{…}, …]}}; there is at least one. */
    static List<JsonObject> readAll(InputStream body, String name) {
        if (read(body).get(name) instanceof JsonArray list
                && !list.isEmpty()
                && list.stream().allMatch(JsonObject.class::isInstance)) {
            return list.getValuesAs(JsonObject.class);
        }
        throw IdentityFaults.malformed("Expecting to find a list of " + name + " in request body.");
    }

    private static JsonObject read(InputStream body) {
        var bytes = bytes(body);
        try {
            if (JsonBody.read(new ByteArrayInputStream(bytes)) instanceof JsonObject object) {
                return object;
            }
        } catch (Fault unreadable) {
            // Told below, in the words of this API.
        }
        throw IdentityFaults.malformed("Expecting to find valid JSON in request body.");
    }

    private static byte[] bytes(InputStream body) {
        try {
            var bytes = body.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw Fault.tooLarge("The request body is larger than " + LARGEST + " bytes.");
            }
            return bytes;
        } catch (IOException cut) {
            throw Fault.invalid("The request body ended early.");
        }
    }
}
