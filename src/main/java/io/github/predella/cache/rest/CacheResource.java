package io.github.predella.cache.rest;

import io.github.predella.cache.CacheFaults;
import io.github.predella.cache.CachePermission;
import io.github.predella.cache.CacheUpkeep;
import io.github.predella.rest.EmptyAnswer;
import io.github.predella.rest.JsonAnswer;
import io.github.predella.rest.NoBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/**
 * {@code /v2/cache}, so far as no image is named. Whoever may not look after the cache is told that before anything
 * else, also where there is none.
 */
@ApplicationScoped
@Path("cache")
public class CacheResource {

    private CacheDoor door;
    private CacheUpkeep upkeep;

    /** For the container's proxy only. */
    protected CacheResource() {}

    @Inject
    public CacheResource(CacheDoor door, CacheUpkeep upkeep) {
        this.door = door;
        this.upkeep = upkeep;
    }

    @GET
    @NoBody
    public Response list() {
        door.require(CachePermission.CACHE_LIST);
        var entries = upkeep.entries();
        var queued = upkeep.queued();
        return JsonAnswer.of(200, json -> {
                    json.writeStartObject();
                    CacheJson.writeCached(json, entries);
                    CacheJson.writeQueued(json, queued);
                    json.writeEnd();
                })
                .build();
    }

    @DELETE
    public Response clear(@HeaderParam("x-image-cache-clear-target") String target) {
        door.require(CachePermission.CACHE_DELETE);
        switch (target == null ? "" : target.strip()) {
            case "" -> {
                upkeep.clearQueue();
                upkeep.clear();
            }
            case "cache" -> upkeep.clear();
            case "queue" -> upkeep.clearQueue();
            default -> throw CacheFaults.unknownTarget(target);
        }
        return EmptyAnswer.of(204);
    }

    @POST
    @Path("clean")
    public Response clean() {
        door.require(CachePermission.CACHE_CLEAN);
        upkeep.clean();
        return EmptyAnswer.of(200);
    }

    @POST
    @Path("prune")
    public Response prune() {
        door.require(CachePermission.CACHE_PRUNE);
        var pruned = upkeep.prune();
        return JsonAnswer.of(200, json -> json.writeStartObject()
                        .write("total_files_pruned", pruned.files())
                        .write("total_bytes_pruned", pruned.bytes())
                        .writeEnd())
                .build();
    }
}
