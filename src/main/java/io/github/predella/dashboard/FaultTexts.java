package io.github.predella.dashboard;

import io.github.predella.core.Fault;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;

/** What pages say about a refusal beside the service's own sentence, and the status that goes with it. */
@RequestScoped
public class FaultTexts {

    private Texts texts;

    /** For the container's proxy only. */
    protected FaultTexts() {}

    @Inject
    public FaultTexts(Texts texts) {
        this.texts = texts;
    }

    /** What happened. */
    public String title(Fault fault) {
        return texts.get("frame.fault." + group(fault) + ".title");
    }

    /** What to do now. */
    public String advice(Fault fault) {
        return texts.get("frame.fault." + group(fault) + ".advice");
    }

    /** The HTTP status of a page that tells about the refusal. */
    public static int status(Fault fault) {
        return switch (fault.kind()) {
            case INVALID, PRECONDITION_FAILED, CHECKSUM_MISMATCH, BAD_RANGE, HEADER_TOO_LARGE, UNSUPPORTED_TYPE ->
                HttpServletResponse.SC_BAD_REQUEST;
            case UNAUTHENTICATED -> HttpServletResponse.SC_UNAUTHORIZED;
            case FORBIDDEN -> HttpServletResponse.SC_FORBIDDEN;
            case NOT_FOUND -> HttpServletResponse.SC_NOT_FOUND;
            case CONFLICT -> HttpServletResponse.SC_CONFLICT;
            case GONE -> HttpServletResponse.SC_GONE;
            case TOO_LARGE -> HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
            case LIMIT_REACHED -> 429;
            case METHOD_NOT_ALLOWED -> HttpServletResponse.SC_METHOD_NOT_ALLOWED;
            case NOT_SUPPORTED -> HttpServletResponse.SC_NOT_IMPLEMENTED;
            case UNAVAILABLE -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
            case INTERNAL -> HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        };
    }

    private static String group(Fault fault) {
        return switch (fault.kind()) {
            case INVALID,
                    PRECONDITION_FAILED,
                    CHECKSUM_MISMATCH,
                    BAD_RANGE,
                    HEADER_TOO_LARGE,
                    UNSUPPORTED_TYPE,
                    METHOD_NOT_ALLOWED,
                    NOT_SUPPORTED -> "invalid";
            case UNAUTHENTICATED -> "login";
            case FORBIDDEN -> "forbidden";
            case NOT_FOUND, GONE -> "missing";
            case CONFLICT -> "conflict";
            case TOO_LARGE -> "limit";
            case LIMIT_REACHED, UNAVAILABLE -> "later";
            case INTERNAL -> "internal";
        };
    }
}
