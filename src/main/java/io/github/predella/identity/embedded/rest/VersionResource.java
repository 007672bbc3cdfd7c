package io.github.predella.identity.embedded.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** {@code GET /identity/v3}: no token is needed. */
@ApplicationScoped
@Path("")
public class VersionResource {

    private Asker asker;

    /** For the container's proxy only. */
    protected VersionResource() {}

    @Inject
    public VersionResource(Asker asker) {
        this.asker = asker;
    }

    @GET
    public Response version() {
        return IdentityAnswer.of(200, "version", VersionJson.version(asker.links()));
    }
}
