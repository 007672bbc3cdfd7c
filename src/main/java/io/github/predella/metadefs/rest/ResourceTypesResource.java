package io.github.predella.metadefs.rest;

import io.github.predella.metadefs.ResourceTypeService;
import io.github.predella.rest.CurrentCaller;
import io.github.predella.rest.JsonAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** {@code /v2/metadefs/resource_types}. */
@ApplicationScoped
@Path("metadefs/resource_types")
public class ResourceTypesResource {

    private ResourceTypeService types;
    private CurrentCaller caller;

    /** For the container's proxy only. */
    protected ResourceTypesResource() {}

    @Inject
    public ResourceTypesResource(ResourceTypeService types, CurrentCaller caller) {
        this.types = types;
        this.caller = caller;
    }

    @GET
    public Response types() {
        var found = types.types(caller.get());
        return JsonAnswer.streamed(200, json -> {
                    json.writeStartObject();
                    json.writeStartArray("resource_types");
                    found.forEach(type -> MetadefJson.write(json, type));
                    json.writeEnd();
                    json.writeEnd();
                })
                .build();
    }
}
