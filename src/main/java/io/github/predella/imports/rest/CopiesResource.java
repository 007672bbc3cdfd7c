package io.github.predella.imports.rest;

import io.github.predella.imports.ImportService;
import io.github.predella.imports.LocationImportService;
import io.github.predella.rest.CurrentCaller;
import io.github.predella.rest.EmptyAnswer;
import io.github.predella.rest.JsonAnswer;
import io.github.predella.rest.NoBody;
import io.github.predella.tasks.TaskForm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** {@code /v2/images/{id}/stores/{store}}: the copy of an image in one store. An addition to the API. */
@ApplicationScoped
@Path("images/{id}/stores/{store}")
public class CopiesResource {

    private LocationImportService locations;
    private ImportService imports;
    private CurrentCaller caller;

    /** For the container's proxy only. */
    protected CopiesResource() {}

    @Inject
    public CopiesResource(LocationImportService locations, ImportService imports, CurrentCaller caller) {
        this.locations = locations;
        this.imports = imports;
        this.caller = caller;
    }

    @POST
    @Path("verify")
    @NoBody
    public Response verify(@PathParam("id") String id, @PathParam("store") String store) {
        var task = locations.verify(caller.get(), id, store);
        return JsonAnswer.of(202, json -> TaskForm.write(json, task)).build();
    }

    @POST
    @Path("retry")
    @NoBody
    public Response retry(@PathParam("id") String id, @PathParam("store") String store) {
        imports.retry(caller.get(), id, store);
        return EmptyAnswer.of(202);
    }
}
