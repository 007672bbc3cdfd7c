package io.github.predella.rest;

import io.github.predella.core.Jsons;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;

/** Answers in JSON, written straight from records. */
public final class JsonAnswer {

    private static final String JSON = "application/json";

    private JsonAnswer() {}

    /** An answer with one record, sent with its length. */
    public static Response.ResponseBuilder of(int status, Consumer<JsonGenerator> content) {
        var bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = Jsons.generator(bytes)) {
            content.accept(json);
        }
        return Response.status(status).entity(bytes.toByteArray()).header(HttpHeaders.CONTENT_TYPE, JSON);
    }

    /** An answer with many records, which go to the wire as they are written. */
    public static Response.ResponseBuilder streamed(int status, Consumer<JsonGenerator> content) {
        StreamingOutput output = out -> {
            try (JsonGenerator json = Jsons.generator(out)) {
                content.accept(json);
            }
        };
        return Response.status(status).entity(output).header(HttpHeaders.CONTENT_TYPE, JSON);
    }
}
