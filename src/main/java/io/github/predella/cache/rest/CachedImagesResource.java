package io.github.predella.cache.rest;

import io.github.predella.cache.CacheUpkeep;
import io.github.predella.rest.EmptyAnswer;
import io.github.predella.rest.JsonAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** {@code /v2/cached_images}, the older routes to the copies. */
@ApplicationScoped
@Path("cached_images")
public class CachedImagesResource {

    private CacheDoor door;
    private CacheUpkeep upkeep;

    /** For the container's proxy only. */
    protected CachedImagesResource() {}

    @Inject
    public CachedImagesResource(CacheDoor door, CacheUpkeep upkeep) {
        this.door = door;
        this.upkeep = upkeep;
    }

    @GET
    public Response list() {
        door.requireOlder();
        var entries = upkeep.entries();
        return JsonAnswer.of(200, json -> {
                    json.writeStartObject();
                    CacheJson.writeCached(json, entries);
                    json.writeEnd();
                })
                .build();
    }

    @DELETE
    public Response clear() {
        door.requireOlder();
        int removed = upkeep.clear();
        return JsonAnswer.of(200, json -> json.writeStartObject()
                        .write("num_deleted", removed)
                        .writeEnd())
                .build();
    }

    @DELETE
    @Path("{id}")
    public Response remove(@PathParam("id") String id) {
        door.requireOlder();
        upkeep.evict(id);
        return EmptyAnswer.of(200);
    }
}
