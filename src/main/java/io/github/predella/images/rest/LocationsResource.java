package io.github.predella.images.rest;

import io.github.predella.core.Fault;
import io.github.predella.images.CopyService;
import io.github.predella.images.LocationService;
import io.github.predella.rest.CurrentCaller;
import io.github.predella.rest.JsonAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** {@code /v2/images/{id}/locations}: where the data is, for other services. */
@ApplicationScoped
@Path("images/{id}/locations")
public class LocationsResource {

    private LocationService locations;
    private CopyService copies;
    private CurrentCaller caller;

    /** For the container's proxy only. */
    protected LocationsResource() {}

    @Inject
    public LocationsResource(LocationService locations, CopyService copies, CurrentCaller caller) {
        this.locations = locations;
        this.copies = copies;
        this.caller = caller;
    }

    /** Registering what others have stored is not served; what is wrong with the request itself is told all the same. */
    @POST
    public Response add(@PathParam("id") String id, InputStream body) {
        LocationJson.read(body);
        copies.requireAdoptable(caller.get(), id);
        throw new Fault(Fault.Kind.NOT_SUPPORTED, "Locations cannot be added yet.");
    }

    @GET
    public Response list(@PathParam("id") String id) {
        var found = locations.list(caller.get(), id);
        return JsonAnswer.of(200, json -> {
                    json.writeStartArray();
                    found.forEach(location -> {
                        json.writeStartObject().write("url", location.url()).writeStartObject("metadata");
                        location.metadata().forEach(json::write);
                        json.writeEnd().writeEnd();
                    });
                    json.writeEnd();
                })
                .build();
    }
}
