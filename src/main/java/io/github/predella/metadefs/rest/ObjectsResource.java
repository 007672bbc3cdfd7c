package io.github.predella.metadefs.rest;

import io.github.predella.metadefs.DefinitionReader;
import io.github.predella.metadefs.ObjectService;
import io.github.predella.rest.CurrentCaller;
import io.github.predella.rest.EmptyAnswer;
import io.github.predella.rest.JsonAnswer;
import io.github.predella.rest.QueryString;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;

/** The objects of a namespace. */
@ApplicationScoped
@Path("metadefs/namespaces/{namespace}/objects")
public class ObjectsResource {

    private ObjectService objects;
    private CurrentCaller caller;

    /** For the container's proxy only. */
    protected ObjectsResource() {}

    @Inject
    public ObjectsResource(ObjectService objects, CurrentCaller caller) {
        this.objects = objects;
        this.caller = caller;
    }

    @GET
    public Response list(@PathParam("namespace") String namespace, @Context UriInfo address) {
        var query =
                MetadefParams.objects(QueryString.parse(address.getRequestUri().getRawQuery()));
        var found = objects.list(caller.get(), namespace, query);
        return JsonAnswer.streamed(200, json -> {
                    json.writeStartObject();
                    json.writeStartArray("objects");
                    found.forEach(object -> MetadefJson.write(json, namespace, object));
                    json.writeEnd();
                    json.write("schema", "v2/schemas/metadefs/objects");
                    json.writeEnd();
                })
                .build();
    }

    @POST
    public Response create(@PathParam("namespace") String namespace, InputStream body) {
        var made = objects.add(caller.get(), namespace, DefinitionReader.object(MetadefBody.read(body)));
        return JsonAnswer.of(201, json -> MetadefJson.write(json, namespace, made))
                .build();
    }

    @DELETE
    public Response deleteAll(@PathParam("namespace") String namespace) {
        objects.removeAll(caller.get(), namespace);
        return EmptyAnswer.of(204);
    }

    @GET
    @Path("{name}")
    public Response show(@PathParam("namespace") String namespace, @PathParam("name") String name) {
        var object = objects.get(caller.get(), namespace, name);
        return JsonAnswer.of(200, json -> MetadefJson.write(json, namespace, object))
                .build();
    }

    @PUT
    @Path("{name}")
    public Response replace(
            @PathParam("namespace") String namespace, @PathParam("name") String name, InputStream body) {
        var wanted = DefinitionReader.object(MetadefBody.read(body));
        var object = objects.replace(caller.get(), namespace, name, wanted);
        return JsonAnswer.of(200, json -> MetadefJson.write(json, namespace, object))
                .build();
    }

    @DELETE
    @Path("{name}")
    public Response delete(@PathParam("namespace") String namespace, @PathParam("name") String name) {
        objects.remove(caller.get(), namespace, name);
        return EmptyAnswer.of(204);
    }
}
