package io.github.predella.metadefs.rest;

import io.github.predella.metadefs.MetadefSchema;
import io.github.predella.rest.JsonAnswer;
import io.github.predella.rest.NoBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The documents that describe the catalogue. */
@ApplicationScoped
@Path("schemas/metadefs")
public class MetadefSchemasResource {

    @GET
    @NoBody
    @Path("namespace")
    public Response namespace() {
        return answer(MetadefSchema.NAMESPACE.one());
    }

    @GET
    @NoBody
    @Path("namespaces")
    public Response namespaces() {
        return answer(MetadefSchema.NAMESPACE.many());
    }

    @GET
    @NoBody
    @Path("object")
    public Response object() {
        return answer(MetadefSchema.OBJECT.one());
    }

    @GET
    @NoBody
    @Path("objects")
    public Response objects() {
        return answer(MetadefSchema.OBJECT.many());
    }

    @GET
    @NoBody
    @Path("property")
    public Response property() {
        return answer(MetadefSchema.PROPERTY.one());
    }

    @GET
    @NoBody
    @Path("properties")
    public Response properties() {
        return answer(MetadefSchema.PROPERTY.many());
    }

    @GET
    @NoBody
    @Path("resource_type")
    public Response resourceType() {
        return answer(MetadefSchema.RESOURCE_TYPE.one());
    }

    @GET
    @NoBody
    @Path("resource_types")
    public Response resourceTypes() {
        return answer(MetadefSchema.RESOURCE_TYPE.many());
    }

    @GET
    @NoBody
    @Path("tag")
    public Response tag() {
        return answer(MetadefSchema.TAG.one());
    }

    @GET
    @NoBody
    @Path("tags")
    public Response tags() {
        return answer(MetadefSchema.TAG.many());
    }

    private static Response answer(JsonObject document) {
        return JsonAnswer.of(200, json -> json.write(document)).build();
    }
}
