package io.github.predella.data.rest;

import io.github.predella.data.UploadSession;
import io.github.predella.data.UploadSessionService;
import io.github.predella.observe.TransferFigures;
import io.github.predella.observe.TransferFigures.Way;
import io.github.predella.rest.CurrentCaller;
import io.github.predella.rest.EmptyAnswer;
import io.github.predella.rest.HeadRequest;
import io.github.predella.rest.JsonAnswer;
import io.github.predella.rest.PublicAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * {@code /v2/images/{id}/upload-sessions}: uploads that can be resumed, by the protocol tus 1.0 with its extensions
 * creation, termination, expiration and checksum. An address of our own.
 */
@ApplicationScoped
@Tus
@Path("images/{id}/upload-sessions")
public class UploadSessionsResource {

    private static final String PIECE = "application/offset+octet-stream";
    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";

    private UploadSessionService sessions;
    private CurrentCaller caller;
    private PublicAddress address;

    /** For the container's proxy only. */
    protected UploadSessionsResource() {}

    @Inject
    public UploadSessionsResource(UploadSessionService sessions, CurrentCaller caller, PublicAddress address) {
        this.sessions = sessions;
        this.caller = caller;
        this.address = address;
    }

    @OPTIONS
    public Response options() {
        return Response.noContent()
                .header("Tus-Extension", "creation,termination,expiration,checksum")
                .header("Tus-Checksum-Algorithm", String.join(",", UploadHeaders.CHECKSUMS))
                .header("Tus-Max-Size", sessions.maxLength())
                .build();
    }

    @OPTIONS
    @Path("{session}")
    public Response optionsOfOne() {
        return options();
    }

    @POST
    public Response create(@PathParam("id") String id, @Context HttpHeaders headers) {
        var session = sessions.create(caller.get(), id, UploadHeaders.draft(headers));
        var place = address.of("/v2/images/" + session.imageId() + "/upload-sessions/" + session.id());
        return withProgress(session, Response.fromResponse(EmptyAnswer.of(201)))
                .header(HttpHeaders.LOCATION, place)
                .build();
    }

    @HeadRequest
    @Path("{session}")
    public Response progress(@PathParam("id") String id, @PathParam("session") String sessionId) {
        var session = sessions.find(caller.get(), id, sessionId);
        return withProgress(session, Response.ok())
                .header(LENGTH, session.length())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("{session}")
    public Response show(@PathParam("id") String id, @PathParam("session") String sessionId) {
        var session = sessions.find(caller.get(), id, sessionId);
        var ends = sessions.ends(session);
        return JsonAnswer.of(200, json -> {
                    json.writeStartObject()
                            .write("id", session.id())
                            .write("image_id", session.imageId())
                            .write("offset", session.received())
                            .write("length", session.length())
                            .write("complete", session.complete())
                            .write("expires_at", sessions.expires(session).toString());
                    ends.ifPresent(
                            sums -> json.write("first_sha256", sums.first()).write("last_sha256", sums.last()));
                    json.writeEnd();
                })
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @PATCH
    @Path("{session}")
    public Response append(
            @PathParam("id") String id,
            @PathParam("session") String sessionId,
            @Context HttpHeaders headers,
            InputStream body)
            throws IOException {
        DataHeaders.require(PIECE, headers);
        try (var counted = TransferFigures.receiving(Way.SESSION, body)) {
            var session = sessions.append(caller.get(), id, sessionId, UploadHeaders.piece(headers), counted);
            return withProgress(session, Response.fromResponse(EmptyAnswer.of(204)))
                    .build();
        }
    }

    @DELETE
    @Path("{session}")
    public Response cancel(@PathParam("id") String id, @PathParam("session") String sessionId) {
        sessions.cancel(caller.get(), id, sessionId);
        return EmptyAnswer.of(204);
    }

    private Response.ResponseBuilder withProgress(UploadSession session, Response.ResponseBuilder answer) {
        var expires = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                sessions.expires(session).atOffset(ZoneOffset.UTC));
        return answer.header(OFFSET, session.received()).header("Upload-Expires", expires);
    }
}
