package io.github.predella.rest;

import io.github.predella.core.Fault;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Everything that no feature foresaw: addresses and methods that do not exist, and faults of our own. The latter are
 * logged once, under the request id; the caller learns no details.
 */
@Provider
public class ThrowableMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(ThrowableMapper.class.getName());

    /** The methods of the API in the order in which the reference lists them. */
    private static final List<String> METHODS = List.of("GET", "POST", "PATCH", "PUT", "DELETE");

    /** The reference knows no other method here than GET, not even to refuse it. */
    private static final Pattern GET_OR_NOTHING = Pattern.compile("images/[^/]+/tasks|info/usage");

    private final CurrentCaller caller;

    @Context
    private HttpHeaders headers;

    @Context
    private Request request;

    @Context
    private UriInfo address;

    @Inject
    public ThrowableMapper(CurrentCaller caller) {
        this.caller = caller;
    }

    @Override
    public Response toResponse(Throwable problem) {
        if (problem instanceof WebApplicationException web) {
            return ofServer(web);
        }
        Fault cause = causeOf(problem);
        if (cause != null) {
            return answer(cause).build();
        }
        LOG.log(
                Level.SEVERE,
                problem,
                () -> "request " + caller.requestId() + " failed: " + request.getMethod() + " " + address.getPath());
        return answer(new Fault(Fault.Kind.INTERNAL, ErrorAnswer.OUR_FAULT)).build();
    }

    private Response ofServer(WebApplicationException web) {
        int code = web.getResponse().getStatus();
        boolean hidden = GET_OR_NOTHING.matcher(address.getPath()).matches();
        if (web instanceof NotAllowedException && !hidden) {
            var fault = new Fault(
                    Fault.Kind.METHOD_NOT_ALLOWED, "The method " + method() + " is not allowed for this resource.");
            return answer(fault)
                    .header(HttpHeaders.ALLOW, allowed(web.getResponse().getAllowedMethods()))
                    .build();
        }
        if (code < 400) {
            return web.getResponse();
        }
        if (code == 404 || hidden) {
            return answer(
                            isKnownMethod()
                                    ? Fault.notFound("The resource could not be found.")
                                    : new Fault(Fault.Kind.NOT_SUPPORTED, "The method is not implemented."))
                    .build();
        }
        return answer(Fault.invalid("The request could not be understood.")).build();
    }

    private String method() {
        return HttpShape.HEAD.equals(request.getMethod()) ? "HEAD" : request.getMethod();
    }

    private boolean isKnownMethod() {
        return METHODS.contains(request.getMethod()) || HttpShape.HEAD.equals(request.getMethod());
    }

    private static String allowed(Set<String> methods) {
        return METHODS.stream().filter(methods::contains).collect(Collectors.joining(", "));
    }

    /** A refusal that some layer of the server has wrapped. */
    private static Fault causeOf(Throwable problem) {
        Throwable cause = problem;
        for (int depth = 0; cause != null && depth < 8; depth++) {
            if (cause instanceof Fault fault) {
                return fault;
            }
            cause = cause.getCause();
        }
        return null;
    }

    private Response.ResponseBuilder answer(Fault fault) {
        return ErrorAnswer.of(fault, headers.getHeaderString(HttpHeaders.ACCEPT));
    }
}
