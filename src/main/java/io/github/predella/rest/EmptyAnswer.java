package io.github.predella.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/**
 * Answers without a body. They carry a media type and a length all the same, as those of the reference do; from a 204
 * the server takes both away, since RFC 9110 section 8.6 forbids the length there.
 */
public final class EmptyAnswer {

    private EmptyAnswer() {}

    public static Response of(int status) {
        return Response.status(status)
                .header(HttpHeaders.CONTENT_TYPE, "text/html; charset=UTF-8")
                .header(HttpHeaders.CONTENT_LENGTH, 0)
                .build();
    }
}
