package io.github.predella.imports.rest;

import io.github.predella.config.Secret;
import io.github.predella.core.Fault;
import io.github.predella.imports.ImportRequest;
import io.github.predella.imports.ImportService;
import io.github.predella.imports.ImportSignatures;
import io.github.predella.rest.CurrentCaller;
import io.github.predella.rest.EmptyAnswer;
import io.github.predella.rest.JsonBody;
import io.github.predella.rest.NoBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** {@code /v2/images/{id}/import}; ending an import early is an addition to the API. */
@ApplicationScoped
@Path("images/{id}/import")
public class ImportResource {

    private ImportService imports;
    private ImportSignatures signatures;
    private CurrentCaller caller;

    /** For the container's proxy only. */
    protected ImportResource() {}

    @Inject
    public ImportResource(ImportService imports, ImportSignatures signatures, CurrentCaller caller) {
        this.imports = imports;
        this.signatures = signatures;
        this.caller = caller;
    }

    @POST
    public Response submit(
            @PathParam("id") String id,
            @HeaderParam("X-Image-Meta-Store") String store,
            @HeaderParam("X-Auth-Token") String token,
            InputStream body) {
        if (!(JsonBody.read(body) instanceof JsonObject request)) {
            throw Fault.invalid("The request body must be a JSON object.");
        }
        var wanted = ImportRequest.of(request);
        imports.check(wanted);
        var headers = signatures.headers(caller.get(), id, store, token == null ? null : new Secret(token));
        imports.submit(caller.get(), id, wanted, headers);
        return EmptyAnswer.of(202);
    }

    @DELETE
    @NoBody
    public Response cancel(@PathParam("id") String id) {
        imports.cancel(caller.get(), id);
        return EmptyAnswer.of(202);
    }
}
