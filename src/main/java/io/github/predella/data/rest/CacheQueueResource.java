package io.github.predella.data.rest;

import io.github.predella.cache.CachePermission;
import io.github.predella.core.Fault;
import io.github.predella.images.ReadingService;
import io.github.predella.policy.Enforcer;
import io.github.predella.policy.PolicyTarget;
import io.github.predella.rest.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** {@code PUT /v2/cache/{id}}: there is no cache that an image could be queued for. */
@ApplicationScoped
@Path("cache")
public class CacheQueueResource {

    private ReadingService images;
    private Enforcer enforcer;
    private CurrentCaller caller;

    /** For the container's proxy only. */
    protected CacheQueueResource() {}

    @Inject
    public CacheQueueResource(ReadingService images, Enforcer enforcer, CurrentCaller caller) {
        this.images = images;
        this.enforcer = enforcer;
        this.caller = caller;
    }

    @PUT
    @Path("{id}")
    public Response queue(@PathParam("id") String id) {
        images.find(caller.get(), id);
        enforcer.require(caller.get(), CachePermission.CACHE_IMAGE, PolicyTarget.none());
        throw Fault.notFound("Caching via API is not supported at this site.");
    }
}
