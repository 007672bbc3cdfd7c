package io.github.predella.data.rest;

import io.github.predella.data.Download;
import io.github.predella.data.DownloadRequest;
import io.github.predella.data.DownloadService;
import io.github.predella.data.UploadRequest;
import io.github.predella.data.UploadService;
import io.github.predella.observe.TransferFigures;
import io.github.predella.observe.TransferFigures.Way;
import io.github.predella.rest.ClientAddress;
import io.github.predella.rest.CurrentCaller;
import io.github.predella.rest.EmptyAnswer;
import io.github.predella.rest.NoBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;

/** {@code /v2/images/{id}/file}. */
@ApplicationScoped
@Path("images/{id}/file")
public class ImageFileResource {

    private UploadService uploads;
    private DownloadService downloads;
    private CurrentCaller caller;

    /** For the container's proxy only. */
    protected ImageFileResource() {}

    @Inject
    public ImageFileResource(UploadService uploads, DownloadService downloads, CurrentCaller caller) {
        this.uploads = uploads;
        this.downloads = downloads;
        this.caller = caller;
    }

    @PUT
    public Response upload(@PathParam("id") String id, @Context HttpHeaders headers, InputStream body)
            throws IOException {
        DataHeaders.requireOctets(headers);
        var request = new UploadRequest(
                headers.getHeaderString("X-Image-Meta-Store"),
                DataHeaders.announcedSize(headers),
                DataHeaders.token(headers));
        try (var counted = TransferFigures.receiving(Way.UPLOAD, body)) {
            uploads.upload(caller.get(), id, request, counted);
        }
        return EmptyAnswer.of(204);
    }

    @GET
    @NoBody
    public Response download(
            @PathParam("id") String id,
            @QueryParam("prefer") String prefer,
            @Context HttpHeaders headers,
            @Context HttpServletRequest request) {
        var wanted = new DownloadRequest(
                headers.getHeaderString("Range"),
                headers.getHeaderString("Content-Range"),
                stores(prefer),
                ClientAddress.of(request));
        return downloads
                .open(caller.get(), id, wanted)
                .map(download -> answer(download, request))
                .orElseGet(() -> Response.noContent().build());
    }

    private static Response answer(Download download, HttpServletRequest request) {
        var body = new DownloadBody(download, ServerConnection.of(request));
        var answer = Response.status(DownloadHeaders.status(download)).entity(body);
        DownloadHeaders.of(download).forEach(answer::header);
        return answer.build();
    }

    private static List<String> stores(String prefer) {
        return prefer == null
                ? List.of()
                : Stream.of(prefer.split(","))
                        .map(String::strip)
                        .filter(store -> !store.isEmpty())
                        .toList();
    }
}
