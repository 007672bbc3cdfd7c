package io.github.predella.metadefs.rest;

import io.github.predella.metadefs.DefinitionReader;
import io.github.predella.metadefs.ResourceTypeService;
import io.github.predella.rest.CurrentCaller;
import io.github.predella.rest.EmptyAnswer;
import io.github.predella.rest.JsonAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** Which types of resources a namespace is for. */
@ApplicationScoped
@Path("metadefs/namespaces/{namespace}/resource_types")
public class AssociationsResource {

    private ResourceTypeService types;
    private CurrentCaller caller;

    /** For the container's proxy only. */
    protected AssociationsResource() {}

    @Inject
    public AssociationsResource(ResourceTypeService types, CurrentCaller caller) {
        this.types = types;
        this.caller = caller;
    }

    @GET
    public Response list(@PathParam("namespace") String namespace) {
        var found = types.associations(caller.get(), namespace);
        return JsonAnswer.streamed(200, json -> {
                    json.writeStartObject();
                    json.writeStartArray("resource_type_associations");
                    found.forEach(association -> MetadefJson.write(json, association));
                    json.writeEnd();
                    json.writeEnd();
                })
                .build();
    }

    @POST
    public Response associate(@PathParam("namespace") String namespace, InputStream body) {
        var wanted = DefinitionReader.association(MetadefBody.read(body));
        var made = types.associate(caller.get(), namespace, wanted);
        return JsonAnswer.of(201, json -> MetadefJson.write(json, made)).build();
    }

    @DELETE
    @Path("{type}")
    public Response dissociate(@PathParam("namespace") String namespace, @PathParam("type") String type) {
        types.dissociate(caller.get(), namespace, type);
        return EmptyAnswer.of(204);
    }
}
