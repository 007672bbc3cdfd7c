package io.github.predella.images.rest;

import io.github.predella.images.ImageSchema;
import io.github.predella.rest.NoBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The documents that describe images and members, from which clients build their options and checks. */
@ApplicationScoped
@Path("schemas")
public class SchemasResource {

    private ImageSchema schema;

    /** For the container's proxy only. */
    protected SchemasResource() {}

    @Inject
    public SchemasResource(ImageSchema schema) {
        this.schema = schema;
    }

    @GET
    @Path("image")
    @NoBody
    public Response image() {
        return answer(schema.image());
    }

    @GET
    @Path("images")
    @NoBody
    public Response images() {
        return answer(schema.images());
    }

    @GET
    @Path("member")
    @NoBody
    public Response member() {
        return answer(schema.member());
    }

    @GET
    @Path("members")
    @NoBody
    public Response members() {
        return answer(schema.members());
    }

    private static Response answer(Object document) {
        return Response.ok(document.toString())
                .header(HttpHeaders.CONTENT_TYPE, "application/json")
                .build();
    }
}
