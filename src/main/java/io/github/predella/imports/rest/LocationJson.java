package io.github.predella.imports.rest;

import io.github.predella.core.Fault;
import io.github.predella.imports.LocationRequest;
import io.github.predella.rest.JsonBody;
import io.github.predella.schema.Schema;
import io.github.predella.schema.SchemaCheck;
import jakarta.json.JsonObject;
import java.io.InputStream;
import java.util.List;

/** The body that tells where the data of an image is: {@code {"url": …, "validation_data": {…}}}. */
final class LocationJson {

    private static final SchemaCheck CHECK = SchemaCheck.of(Schema.object()
            .property("url", Schema.string().maxLength(255))
            .property(
                    "validation_data",
                    Schema.object()
                            .property("os_hash_algo", Schema.string().oneOf(List.of("sha1", "sha256", "sha512", "md5")))
                            .property("os_hash_value", Schema.string().maxLength(128))
                            .additional(false)
                            .dependency("os_hash_algo", List.of("os_hash_value"))
                            .dependency("os_hash_value", List.of("os_hash_algo")))
            .require(List.of("url")));

    private LocationJson() {}

    /**
     * Reads and checks a body; members that are not known are passed over.
     *
     * @throws Fault INVALID when something is missing or has the wrong form
     */
    static LocationRequest read(InputStream body) {
        if (!(JsonBody.read(body) instanceof JsonObject location)) {
            throw Fault.invalid("The request body must be a JSON object.");
        }
        CHECK.problem(location).ifPresent(problem -> {
            throw Fault.invalid("Provided object does not match schema 'location': " + problem);
        });
        return LocationRequest.of(location);
    }
}
