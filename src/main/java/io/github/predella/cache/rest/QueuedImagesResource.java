package io.github.predella.cache.rest;

import io.github.predella.cache.CacheUpkeep;
import io.github.predella.rest.EmptyAnswer;
import io.github.predella.rest.JsonAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/**
 * {@code /v2/queued_images}, the older routes to the queue. Whether there is such an image is found out by whoever
 * fetches it.
 */
@ApplicationScoped
@Path("queued_images")
public class QueuedImagesResource {

    private CacheDoor door;
    private CacheUpkeep upkeep;

    /** For the container's proxy only. */
    protected QueuedImagesResource() {}

    @Inject
    public QueuedImagesResource(CacheDoor door, CacheUpkeep upkeep) {
        this.door = door;
        this.upkeep = upkeep;
    }

    @GET
    public Response list() {
        door.requireOlder();
        var queued = upkeep.queued();
        return JsonAnswer.of(200, json -> {
                    json.writeStartObject();
                    CacheJson.writeQueued(json, queued);
                    json.writeEnd();
                })
                .build();
    }

    @PUT
    @Path("{id}")
    public Response queue(@PathParam("id") String id) {
        door.requireOlder();
        upkeep.enqueue(id);
        return EmptyAnswer.of(200);
    }

    @DELETE
    public Response clear() {
        door.requireOlder();
        int removed = upkeep.clearQueue();
        return JsonAnswer.of(200, json -> json.writeStartObject()
                        .write("num_deleted", removed)
                        .writeEnd())
                .build();
    }

    @DELETE
    @Path("{id}")
    public Response remove(@PathParam("id") String id) {
        door.requireOlder();
        upkeep.dequeue(id);
        return EmptyAnswer.of(200);
    }
}
