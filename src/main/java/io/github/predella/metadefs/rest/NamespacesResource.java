package io.github.predella.metadefs.rest;

import io.github.predella.core.Caller;
import io.github.predella.core.Page;
import io.github.predella.metadefs.DefinitionReader;
import io.github.predella.metadefs.MetadefSettings;
import io.github.predella.metadefs.NamespaceListing;
import io.github.predella.metadefs.NamespaceService;
import io.github.predella.rest.CurrentCaller;
import io.github.predella.rest.EmptyAnswer;
import io.github.predella.rest.JsonAnswer;
import io.github.predella.rest.PublicAddress;
import io.github.predella.rest.QueryString;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;

/** {@code /v2/metadefs/namespaces}. */
@ApplicationScoped
@Path("metadefs/namespaces")
public class NamespacesResource {

    private static final String PATH = "/v2/metadefs/namespaces";

    private NamespaceService namespaces;
    private MetadefSettings settings;
    private CurrentCaller caller;
    private PublicAddress publicAddress;

    /** For the container's proxy only. */
    protected NamespacesResource() {}

    @Inject
    public NamespacesResource(
            NamespaceService namespaces, MetadefSettings settings, CurrentCaller caller, PublicAddress publicAddress) {
        this.namespaces = namespaces;
        this.settings = settings;
        this.caller = caller;
        this.publicAddress = publicAddress;
    }

    @GET
    public Response list(@Context UriInfo address) {
        var query = QueryString.parse(address.getRequestUri().getRawQuery());
        var page = namespaces.list(caller.get(), MetadefParams.namespaces(query, settings));
        return JsonAnswer.streamed(200, json -> write(json, query, page)).build();
    }

    /** The links stand in an order of their own, as clients of the reference know it. */
    private static void write(JsonGenerator json, QueryString query, Page<NamespaceListing> page) {
        var items = page.items();
        var asked = query.without("marker");
        json.writeStartObject();
        json.writeStartArray("namespaces");
        items.forEach(listing -> MetadefJson.write(json, listing));
        json.writeEnd();
        if (page.full() && !items.isEmpty()) {
            var last = items.get(items.size() - 1).namespace();
            json.write("next", asked.with("marker", last.name()).after(PATH));
        }
        json.write("schema", "/v2/schemas/metadefs/namespaces");
        json.write("first", asked.after(PATH));
        json.writeEnd();
    }

    @POST
    public Response create(InputStream body) {
        var wanted = DefinitionReader.definition(MetadefBody.read(body), project(caller.get()));
        var made = namespaces.create(caller.get(), wanted);
        return JsonAnswer.of(201, json -> MetadefJson.writeMade(json, made))
                .header(HttpHeaders.LOCATION, publicAddress.of(MetadefJson.path(made.namespace())))
                .build();
    }

    private static String project(Caller caller) {
        return caller.project() == null ? "" : caller.project();
    }

    @GET
    @Path("{namespace}")
    public Response show(@PathParam("namespace") String name, @QueryParam("resource_type") String type) {
        var definition = namespaces.show(caller.get(), name, type);
        return JsonAnswer.of(200, json -> MetadefJson.write(json, definition)).build();
    }

    @PUT
    @Path("{namespace}")
    public Response replace(@PathParam("namespace") String name, InputStream body) {
        var wanted = DefinitionReader.namespace(MetadefBody.read(body), project(caller.get()));
        var replaced = namespaces.replace(caller.get(), name, wanted);
        return JsonAnswer.of(200, json -> MetadefJson.write(json, replaced)).build();
    }

    @DELETE
    @Path("{namespace}")
    public Response delete(@PathParam("namespace") String name) {
        namespaces.delete(caller.get(), name);
        return EmptyAnswer.of(204);
    }
}
