package io.github.predella.data.rest;

import io.github.predella.data.StagingService;
import io.github.predella.observe.TransferFigures;
import io.github.predella.observe.TransferFigures.Way;
import io.github.predella.rest.CurrentCaller;
import io.github.predella.rest.EmptyAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** {@code PUT /v2/images/{id}/stage}: data that waits for an import. */
@ApplicationScoped
@Path("images/{id}/stage")
public class StageResource {

    private StagingService staging;
    private CurrentCaller caller;

    /** For the container's proxy only. */
    protected StageResource() {}

    @Inject
    public StageResource(StagingService staging, CurrentCaller caller) {
        this.staging = staging;
        this.caller = caller;
    }

    @PUT
    public Response stage(@PathParam("id") String id, @Context HttpHeaders headers, InputStream body)
            throws IOException {
        staging.requireEnabled();
        DataHeaders.requireOctets(headers);
        try (var counted = TransferFigures.receiving(Way.STAGE, body)) {
            staging.stage(caller.get(), id, DataHeaders.announcedSize(headers), counted);
        }
        return EmptyAnswer.of(204);
    }
}
