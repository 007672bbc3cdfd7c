package io.github.predella.imports.rest;

import io.github.predella.images.LocationForm;
import io.github.predella.images.LocationService;
import io.github.predella.imports.LocationImportService;
import io.github.predella.rest.CurrentCaller;
import io.github.predella.rest.EmptyAnswer;
import io.github.predella.rest.JsonAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** {@code /v2/images/{id}/locations}: where the data is, told by services and to them. */
@ApplicationScoped
@Path("images/{id}/locations")
public class LocationsResource {

    private LocationService locations;
    private LocationImportService imports;
    private CurrentCaller caller;

    /** For the container's proxy only. */
    protected LocationsResource() {}

    @Inject
    public LocationsResource(LocationService locations, LocationImportService imports, CurrentCaller caller) {
        this.locations = locations;
        this.imports = imports;
        this.caller = caller;
    }

    @POST
    public Response add(@PathParam("id") String id, InputStream body) {
        imports.submit(caller.get(), id, LocationJson.read(body));
        return EmptyAnswer.of(202);
    }

    @GET
    public Response list(@PathParam("id") String id) {
        var found = locations.list(caller.get(), id);
        return JsonAnswer.of(200, json -> {
                    json.writeStartArray();
                    found.forEach(location -> LocationForm.write(json, location));
                    json.writeEnd();
                })
                .build();
    }
}
