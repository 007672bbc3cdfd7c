package io.github.predella.images.rest;

import io.github.predella.core.Fault;
import io.github.predella.images.DeletionService;
import io.github.predella.images.Image;
import io.github.predella.images.ImageDraft;
import io.github.predella.images.ImageSchema;
import io.github.predella.images.ImageService;
import io.github.predella.images.PatchService;
import io.github.predella.rest.CurrentCaller;
import io.github.predella.rest.EmptyAnswer;
import io.github.predella.rest.ErrorAnswer;
import io.github.predella.rest.JsonAnswer;
import io.github.predella.rest.JsonBody;
import io.github.predella.rest.NoBody;
import io.github.predella.rest.PageLinks;
import io.github.predella.rest.PublicAddress;
import io.github.predella.rest.QueryString;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;

/** {@code /v2/images} and {@code /v2/images/{id}}. */
@ApplicationScoped
@Path("images")
public class ImagesResource {

    private ImageService images;
    private PatchService patches;
    private DeletionService deletions;
    private ImageJson json;
    private ImageSchema schema;
    private ImageQueryParams parameters;
    private CurrentCaller caller;
    private PublicAddress publicAddress;
    private OfferHeaders offer;

    /** For the container's proxy only. */
    protected ImagesResource() {}

    @Inject
    public ImagesResource(
            ImageService images,
            PatchService patches,
            DeletionService deletions,
            ImageJson json,
            ImageSchema schema,
            ImageQueryParams parameters,
            CurrentCaller caller,
            PublicAddress publicAddress,
            OfferHeaders offer) {
        this.images = images;
        this.patches = patches;
        this.deletions = deletions;
        this.json = json;
        this.schema = schema;
        this.parameters = parameters;
        this.caller = caller;
        this.publicAddress = publicAddress;
        this.offer = offer;
    }

    @GET
    public Response list(@Context UriInfo address) {
        var query = QueryString.parse(address.getRequestUri().getRawQuery());
        var page = images.list(caller.get(), parameters.parse(query));
        return JsonAnswer.streamed(200, out -> {
                    out.writeStartObject();
                    out.writeStartArray("images");
                    page.items().forEach(image -> json.write(out, image));
                    out.writeEnd();
                    PageLinks.write(out, "/v2/images", query, page, Image::id, "/v2/schemas/images");
                    out.writeEnd();
                })
                .build();
    }

    @POST
    public Response create(InputStream body) {
        var draft = ImageDraft.of(object(body), schema);
        var image = images.create(caller.get(), draft);
        var answer = one(201, image).header(HttpHeaders.LOCATION, publicAddress.of("/v2/images/" + image.id()));
        return offer.addTo(answer).build();
    }

    @GET
    @Path("{id}")
    @NoBody
    public Response show(@PathParam("id") String id) {
        return one(200, images.get(caller.get(), id)).build();
    }

    @PATCH
    @Path("{id}")
    public Response patch(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String mediaType,
            @HeaderParam(HttpHeaders.ACCEPT) String accept,
            InputStream body) {
        if (!ImagePatchJson.understands(mediaType)) {
            return ErrorAnswer.of(ErrorAnswer.unsupported(mediaType), accept)
                    .header("Accept-Patch", ImagePatchJson.MEDIA_TYPES)
                    .build();
        }
        var patch = ImagePatchJson.parse(mediaType, JsonBody.read(body), schema);
        var image = patches.patch(caller.get(), id, patch);
        return JsonAnswer.of(200, out -> json.write(out, image, ImagePatchJson.claims(patch)))
                .build();
    }

    @DELETE
    @Path("{id}")
    @NoBody
    public Response delete(@PathParam("id") String id) {
        deletions.delete(caller.get(), id);
        return EmptyAnswer.of(204);
    }

    private Response.ResponseBuilder one(int status, Image image) {
        return JsonAnswer.of(status, out -> json.write(out, image));
    }

    private static JsonObject object(InputStream body) {
        if (JsonBody.read(body) instanceof JsonObject object) {
            return object;
        }
        throw Fault.invalid("The request body must be a JSON object.");
    }
}
