package io.github.predella.rest;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.function.Consumer;

/** Answers in JSON, written straight from records. */
public final class JsonAnswer {

    private static final String JSON = "application/json";

    /** Looked up once: finding the provider costs more than writing a record. */
    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

    private JsonAnswer() {}

    /** An answer with one record, sent with its length. */
    public static Response.ResponseBuilder of(int status, Consumer<JsonGenerator> content) {
        var bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = GENERATORS.createGenerator(bytes)) {
            content.accept(json);
        }
        return Response.status(status).entity(bytes.toByteArray()).header(HttpHeaders.CONTENT_TYPE, JSON);
    }

    /** An answer with many records, which go to the wire as they are written. */
    public static Response.ResponseBuilder streamed(int status, Consumer<JsonGenerator> content) {
        StreamingOutput output = out -> {
            try (JsonGenerator json = GENERATORS.createGenerator(out)) {
                content.accept(json);
            }
        };
        return Response.status(status).entity(output).header(HttpHeaders.CONTENT_TYPE, JSON);
    }
}
