package io.github.predella.imports.rest;

import io.github.predella.core.Fault;
import io.github.predella.rest.JsonBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** {@code POST /v2/images/{id}/import}. No method is switched on, so each is unknown. */
@ApplicationScoped
@Path("images/{id}/import")
public class ImportResource {

    @POST
    public Response submit(InputStream body) {
        if (!(JsonBody.read(body) instanceof JsonObject request)) {
            throw Fault.invalid("The request body must be a JSON object.");
        }
        if (!(request.get("method") instanceof JsonObject method)) {
            throw Fault.invalid("Import request requires a 'method' field, which is an object.");
        }
        if (!(method.get("name") instanceof JsonString name)) {
            throw Fault.invalid("Import request requires a 'name' field in its method.");
        }
        throw Fault.invalid("Unknown import method name '" + name.getString() + "'.");
    }
}
