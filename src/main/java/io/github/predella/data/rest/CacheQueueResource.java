package io.github.predella.data.rest;

import io.github.predella.cache.CacheFaults;
import io.github.predella.cache.CachePermission;
import io.github.predella.cache.CacheUpkeep;
import io.github.predella.cache.ImageCache;
import io.github.predella.images.Image;
import io.github.predella.images.ReadingService;
import io.github.predella.policy.Enforcer;
import io.github.predella.policy.PolicyTarget;
import io.github.predella.rest.CurrentCaller;
import io.github.predella.rest.EmptyAnswer;
import io.github.predella.rest.JsonAnswer;
import io.github.predella.rest.NoBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** {@code /v2/cache/{id}} and {@code /v2/cache/nodes/{id}}: what is asked of the cache about one image. */
@ApplicationScoped
@Path("cache")
public class CacheQueueResource {

    private ReadingService images;
    private ImageCache cache;
    private CacheUpkeep upkeep;
    private Enforcer enforcer;
    private CurrentCaller caller;

    /** For the container's proxy only. */
    protected CacheQueueResource() {}

    @Inject
    public CacheQueueResource(
            ReadingService images, ImageCache cache, CacheUpkeep upkeep, Enforcer enforcer, CurrentCaller caller) {
        this.images = images;
        this.cache = cache;
        this.upkeep = upkeep;
        this.enforcer = enforcer;
        this.caller = caller;
    }

    @PUT
    @Path("{id}")
    public Response queue(@PathParam("id") String id) {
        var image = images.find(caller.get(), id);
        require(CachePermission.CACHE_IMAGE);
        if (image.status() != Image.Status.ACTIVE) {
            throw CacheFaults.notActive(id);
        }
        upkeep.enqueue(id);
        return EmptyAnswer.of(202);
    }

    @DELETE
    @Path("{id}")
    public Response remove(@PathParam("id") String id) {
        require(CachePermission.CACHE_DELETE);
        if (!upkeep.remove(id)) {
            images.find(caller.get(), id);
        }
        return EmptyAnswer.of(204);
    }

    @GET
    @Path("nodes/{id}")
    @NoBody
    public Response nodes(@PathParam("id") String id) {
        require(CachePermission.LIST_CACHED_NODES);
        images.find(caller.get(), id);
        var nodes = upkeep.nodesOf(id);
        return JsonAnswer.of(200, json -> {
                    json.writeStartArray();
                    nodes.forEach(json::write);
                    json.writeEnd();
                })
                .build();
    }

    private void require(CachePermission permission) {
        enforcer.require(caller.get(), permission, PolicyTarget.none());
        if (!cache.isOn()) {
            throw CacheFaults.switchedOff();
        }
    }
}
