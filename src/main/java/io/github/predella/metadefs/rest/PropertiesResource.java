package io.github.predella.metadefs.rest;

import io.github.predella.metadefs.DefinitionReader;
import io.github.predella.metadefs.MetaProperty;
import io.github.predella.metadefs.PartQuery;
import io.github.predella.metadefs.PropertyService;
import io.github.predella.rest.CurrentCaller;
import io.github.predella.rest.EmptyAnswer;
import io.github.predella.rest.JsonAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** The properties of a namespace. */
@ApplicationScoped
@Path("metadefs/namespaces/{namespace}/properties")
public class PropertiesResource {

    private PropertyService properties;
    private CurrentCaller caller;

    /** For the container's proxy only. */
    protected PropertiesResource() {}

    @Inject
    public PropertiesResource(PropertyService properties, CurrentCaller caller) {
        this.properties = properties;
        this.caller = caller;
    }

    @GET
    public Response list(@PathParam("namespace") String namespace) {
        var found = properties.list(caller.get(), namespace, PartQuery.ALL);
        return JsonAnswer.streamed(200, json -> {
                    json.writeStartObject();
                    json.writeStartObject("properties");
                    for (MetaProperty property : found) {
                        json.writeKey(property.name());
                        MetadefJson.write(json, property);
                    }
                    json.writeEnd();
                    json.writeEnd();
                })
                .build();
    }

    @POST
    public Response create(@PathParam("namespace") String namespace, InputStream body) {
        var wanted = DefinitionReader.property(MetadefBody.read(body));
        return answer(201, properties.add(caller.get(), namespace, wanted));
    }

    @DELETE
    public Response deleteAll(@PathParam("namespace") String namespace) {
        properties.removeAll(caller.get(), namespace);
        return EmptyAnswer.of(204);
    }

    /** The name may be the one that the property has on resources of a type. */
    @GET
    @Path("{name}")
    public Response show(
            @PathParam("namespace") String namespace,
            @PathParam("name") String name,
            @QueryParam("resource_type") String type) {
        return answer(
                200,
                type == null
                        ? properties.get(caller.get(), namespace, name)
                        : properties.get(caller.get(), namespace, name, type));
    }

    @PUT
    @Path("{name}")
    public Response replace(
            @PathParam("namespace") String namespace, @PathParam("name") String name, InputStream body) {
        var wanted = DefinitionReader.property(MetadefBody.read(body));
        return answer(200, properties.replace(caller.get(), namespace, name, wanted));
    }

    @DELETE
    @Path("{name}")
    public Response delete(@PathParam("namespace") String namespace, @PathParam("name") String name) {
        properties.remove(caller.get(), namespace, name);
        return EmptyAnswer.of(204);
    }

    private static Response answer(int status, MetaProperty property) {
        return JsonAnswer.of(status, json -> MetadefJson.write(json, property)).build();
    }
}
