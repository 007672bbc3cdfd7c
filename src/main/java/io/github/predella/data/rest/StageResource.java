package io.github.predella.data.rest;

import io.github.predella.core.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** {@code PUT /v2/images/{id}/stage}: nothing can be staged while the import method glance-direct is switched off. */
@ApplicationScoped
@Path("images/{id}/stage")
public class StageResource {

    @PUT
    public Response stage() {
        throw Fault.notFound("Image staging is not available: the import method glance-direct is not enabled.");
    }
}
