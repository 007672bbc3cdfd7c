package io.github.predella.cache.rest;

import io.github.predella.cache.CachePermission;
import io.github.predella.core.Fault;
import io.github.predella.policy.Enforcer;
import io.github.predella.policy.PolicyTarget;
import io.github.predella.rest.CurrentCaller;
import io.github.predella.rest.NoBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/**
 * {@code /v2/cache}. There is no cache, and that is what whoever may look after it is told; others are told that they
 * may not.
 */
@ApplicationScoped
@Path("cache")
public class CacheResource {

    private Enforcer enforcer;
    private CurrentCaller caller;

    /** For the container's proxy only. */
    protected CacheResource() {}

    @Inject
    public CacheResource(Enforcer enforcer, CurrentCaller caller) {
        this.enforcer = enforcer;
        this.caller = caller;
    }

    @GET
    @NoBody
    public Response list() {
        throw refusal(CachePermission.CACHE_LIST);
    }

    @DELETE
    public Response clear() {
        throw refusal(CachePermission.CACHE_DELETE);
    }

    @DELETE
    @Path("{id}")
    public Response remove() {
        throw refusal(CachePermission.CACHE_DELETE);
    }

    @GET
    @Path("nodes/{id}")
    @NoBody
    public Response nodes() {
        throw refusal(CachePermission.LIST_CACHED_NODES);
    }

    @POST
    @Path("clean")
    public Response clean() {
        throw refusal(CachePermission.CACHE_CLEAN);
    }

    @POST
    @Path("prune")
    public Response prune() {
        throw refusal(CachePermission.CACHE_PRUNE);
    }

    private Fault refusal(CachePermission permission) {
        enforcer.require(caller.get(), permission, PolicyTarget.none());
        return Fault.notFound("Caching via API is not supported at this site.");
    }
}
