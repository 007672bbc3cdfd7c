package io.github.predella.images.rest;

import io.github.predella.core.Fault;
import io.github.predella.images.DeletionService;
import io.github.predella.rest.CurrentCaller;
import io.github.predella.rest.EmptyAnswer;
import io.github.predella.rest.NoBody;
import io.github.predella.store.StoreRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** {@code /v2/stores/{store}/{id}}: the copy of an image in one store. */
@ApplicationScoped
@Path("stores/{store}/{id}")
public class StoresResource {

    private DeletionService deletions;
    private StoreRegistry stores;
    private CurrentCaller caller;

    /** For the container's proxy only. */
    protected StoresResource() {}

    @Inject
    public StoresResource(DeletionService deletions, StoreRegistry stores, CurrentCaller caller) {
        this.deletions = deletions;
        this.stores = stores;
        this.caller = caller;
    }

    @DELETE
    @NoBody
    public Response remove(@PathParam("store") String store, @PathParam("id") String id) {
        if (!stores.multiStore()) {
            throw Fault.notFound("Multi backend is not supported at this site.");
        }
        if (stores.byId(store).isEmpty()) {
            throw Fault.conflict("The selected store " + store + " is not available on this node.");
        }
        deletions.deleteCopy(caller.get(), store, id);
        return EmptyAnswer.of(204);
    }
}
