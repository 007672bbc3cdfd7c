package io.github.predella.metadefs.rest;

import io.github.predella.metadefs.DefinitionReader;
import io.github.predella.metadefs.MetaTag;
import io.github.predella.metadefs.TagService;
import io.github.predella.rest.CurrentCaller;
import io.github.predella.rest.EmptyAnswer;
import io.github.predella.rest.JsonAnswer;
import io.github.predella.rest.QueryString;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;

/** The tags of a namespace. */
@ApplicationScoped
@Path("metadefs/namespaces/{namespace}/tags")
public class MetaTagsResource {

    private TagService tags;
    private CurrentCaller caller;

    /** For the container's proxy only. */
    protected MetaTagsResource() {}

    @Inject
    public MetaTagsResource(TagService tags, CurrentCaller caller) {
        this.tags = tags;
        this.caller = caller;
    }

    @GET
    public Response list(@PathParam("namespace") String namespace, @Context UriInfo address) {
        var query = MetadefParams.tags(QueryString.parse(address.getRequestUri().getRawQuery()));
        return answer(200, tags.list(caller.get(), namespace, query));
    }

    @POST
    public Response createMany(
            @PathParam("namespace") String namespace,
            @HeaderParam("X-Openstack-Append") String append,
            InputStream body) {
        var wanted = DefinitionReader.tags(MetadefBody.read(body));
        return answer(201, tags.addAll(caller.get(), namespace, wanted, MetadefParams.isYes(append)));
    }

    @DELETE
    public Response deleteAll(@PathParam("namespace") String namespace) {
        tags.removeAll(caller.get(), namespace);
        return EmptyAnswer.of(204);
    }

    @POST
    @Path("{name}")
    public Response create(@PathParam("namespace") String namespace, @PathParam("name") String name) {
        return answer(201, tags.add(caller.get(), namespace, DefinitionReader.tag(name)));
    }

    @GET
    @Path("{name}")
    public Response show(@PathParam("namespace") String namespace, @PathParam("name") String name) {
        return answer(200, tags.get(caller.get(), namespace, name));
    }

    @PUT
    @Path("{name}")
    public Response rename(@PathParam("namespace") String namespace, @PathParam("name") String name, InputStream body) {
        var wanted = DefinitionReader.tag(MetadefBody.read(body));
        return answer(200, tags.replace(caller.get(), namespace, name, wanted));
    }

    @DELETE
    @Path("{name}")
    public Response delete(@PathParam("namespace") String namespace, @PathParam("name") String name) {
        tags.remove(caller.get(), namespace, name);
        return EmptyAnswer.of(204);
    }

    private static Response answer(int status, MetaTag tag) {
        return JsonAnswer.of(status, json -> MetadefJson.write(json, tag)).build();
    }

    private static Response answer(int status, List<MetaTag> many) {
        return JsonAnswer.streamed(status, json -> {
                    json.writeStartObject();
                    json.writeStartArray("tags");
                    many.forEach(tag -> MetadefJson.writeName(json, tag));
                    json.writeEnd();
                    json.writeEnd();
                })
                .build();
    }
}
