package io.github.predella.identity.embedded.rest;

import io.github.predella.core.Fault;
import io.github.predella.rest.ErrorAnswer;
import io.github.predella.rest.JsonAnswer;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Tells refusals, and faults of our own, in the form identity clients read. Details of the latter go to the log only. */
@Provider
public class IdentityErrorMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(IdentityErrorMapper.class.getName());
    private static final int DEEPEST_CAUSE = 8;

    private Asker asker;

    /** For the container's proxy only. */
    protected IdentityErrorMapper() {}

    @Inject
    public IdentityErrorMapper(Asker asker) {
        this.asker = asker;
    }

    @Override
    public Response toResponse(Throwable problem) {
        var cause = problem;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof Fault fault) {
                var answer = refusal(fault.kind(), fault.getMessage(), asker.links());
                return fault.kind() == Fault.Kind.LIMIT_REACHED ? waiting(answer, fault) : answer;
            }
            cause = cause.getCause();
        }
        return problem instanceof WebApplicationException web ? ofServer(web) : ofOurs(problem);
    }

    private static Response waiting(Response answer, Fault fault) {
        return Response.fromResponse(answer)
                .header(HttpHeaders.RETRY_AFTER, ErrorAnswer.retryAfter(fault))
                .build();
    }

    private static Response ofServer(WebApplicationException web) {
        var code = web.getResponse().getStatus();
        if (code < Status.BAD_REQUEST.getStatusCode()) {
            return web.getResponse();
        }
        var answer = answer(code, title(code), reason(code));
        web.getResponse().getAllowedMethods().stream()
                .sorted()
                .reduce((one, other) -> one + ", " + other)
                .ifPresent(methods -> answer.header(HttpHeaders.ALLOW, methods));
        return answer.build();
    }

    private static String title(int code) {
        var status = Status.fromStatusCode(code);
        return status == null ? "Error" : status.getReasonPhrase();
    }

    private static String reason(int code) {
        return switch (code) {
            case 404 -> "The resource could not be found.";
            case 405 -> "The method is not allowed for the requested URL.";
            default -> "The server could not comply with the request.";
        };
    }

    private static Response ofOurs(Throwable problem) {
        LOG.log(Level.ERROR, "A request to the identity API failed", problem);
        return answer(
                        500,
                        "Internal Server Error",
                        "An unexpected error prevented the server from fulfilling your request.")
                .build();
    }

    /** The answer for a refusal. */
    static Response refusal(Fault.Kind kind, String message, Links links) {
        var answer =
                switch (kind) {
                    case INVALID, BAD_RANGE, CHECKSUM_MISMATCH -> answer(400, "Bad Request", message);
                    case UNAUTHENTICATED ->
                        answer(401, "Unauthorized", message)
                                .header(HttpHeaders.WWW_AUTHENTICATE, "Keystone uri=\"" + links.root() + "\"");
                    case FORBIDDEN -> answer(403, "Forbidden", message);
                    case NOT_FOUND -> answer(404, "Not Found", message);
                    case METHOD_NOT_ALLOWED -> answer(405, "Method Not Allowed", message);
                    case CONFLICT -> answer(409, "Conflict", message);
                    case GONE -> answer(410, "Gone", message);
                    case PRECONDITION_FAILED -> answer(412, "Precondition Failed", message);
                    case TOO_LARGE -> answer(413, "Request Entity Too Large", message);
                    case UNSUPPORTED_TYPE -> answer(415, "Unsupported Media Type", message);
                    case LIMIT_REACHED -> answer(429, "Too Many Requests", message);
                    case HEADER_TOO_LARGE -> answer(431, "Request Header Fields Too Large", message);
                    case INTERNAL -> answer(500, "Internal Server Error", message);
                    case NOT_SUPPORTED -> answer(501, "Not Implemented", message);
                    case UNAVAILABLE ->
                        answer(503, "Service Unavailable", message).header(HttpHeaders.RETRY_AFTER, 5);
                };
        return answer.build();
    }

    private static Response.ResponseBuilder answer(int code, String title, String message) {
        return JsonAnswer.of(code, json -> json.writeStartObject()
                .writeStartObject("error")
                .write("code", code)
                .write("message", message)
                .write("title", title)
                .writeEnd()
                .writeEnd());
    }
}
