package io.github.predella.rest;

import io.github.predella.core.Fault;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Tells the caller why a feature refused. */
@Provider
public class FaultMapper implements ExceptionMapper<Fault> {

    @Context
    private HttpHeaders headers;

    @Override
    public Response toResponse(Fault fault) {
        return ErrorAnswer.of(fault, headers.getHeaderString(HttpHeaders.ACCEPT))
                .build();
    }
}
