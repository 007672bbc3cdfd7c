package io.github.predella.rest;

import io.github.predella.core.Fault;
import io.github.predella.core.Jsons;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/**
 * The one place in which a refusal becomes an HTTP answer: status, and a body as a page, as JSON or as plain text.
 * Clients take these bodies apart (clients, "Facts that break naive servers"), so their layout is part of the protocol.
 */
public final class ErrorAnswer {

    /** What a caller gets to read about a fault of our own. */
    static final String OUR_FAULT =
            "The server has either erred or is incapable of performing the requested operation.";

    private static final long RETRY_SECONDS = 5;

    private ErrorAnswer() {}

    /**
     * The refusal of a body whose media type this address does not take.
     *
     * @param mediaType value of the {@code Content-Type} header, null when there was none
     */
    public static Fault unsupported(String mediaType) {
        return new Fault(
                Fault.Kind.UNSUPPORTED_TYPE,
                "The request media type " + (mediaType == null ? "" : mediaType) + " is not supported by this server.");
    }

    /**
     * The answer for a refusal.
     *
     * @param accept the caller's {@code Accept} header, null when there was none
     */
    public static Response.ResponseBuilder of(Fault fault, String accept) {
        var status = status(fault.kind());
        var form = ErrorForm.welcomedBy(accept);
        var answer = Response.status(status.code(), status.title())
                .entity(body(form, status, fault))
                .header(HttpHeaders.CONTENT_TYPE, form.mediaType());
        if (fault.kind() == Fault.Kind.UNAVAILABLE || fault.kind() == Fault.Kind.LIMIT_REACHED) {
            answer.header(HttpHeaders.RETRY_AFTER, retryAfter(fault));
        }
        return answer;
    }

    /** Whole seconds after which another try may succeed, also where nobody knows exactly. */
    public static long retryAfter(Fault fault) {
        return fault.waitTime().isZero()
                ? RETRY_SECONDS
                : fault.waitTime().plusMillis(999).toSeconds();
    }

    private record Status(int code, String title) {
        @Override
        public String toString() {
            return code + " " + title;
        }
    }

    private static Status status(Fault.Kind kind) {
        return switch (kind) {
            case INVALID -> new Status(400, "Bad Request");
            case UNAUTHENTICATED -> new Status(401, "Unauthorized");
            case FORBIDDEN -> new Status(403, "Forbidden");
            case NOT_FOUND -> new Status(404, "Not Found");
            case METHOD_NOT_ALLOWED -> new Status(405, "Method Not Allowed");
            case CONFLICT -> new Status(409, "Conflict");
            case GONE -> new Status(410, "Gone");
            case PRECONDITION_FAILED -> new Status(412, "Precondition Failed");
            case TOO_LARGE -> new Status(413, "Request Entity Too Large");
            case UNSUPPORTED_TYPE -> new Status(415, "Unsupported Media Type");
            case BAD_RANGE -> new Status(416, "Requested Range Not Satisfiable");
            case LIMIT_REACHED -> new Status(429, "Too Many Requests");
            case HEADER_TOO_LARGE -> new Status(431, "Request Header Fields Too Large");
            case CHECKSUM_MISMATCH -> new Status(460, "Checksum Mismatch");
            case INTERNAL -> new Status(500, "Internal Server Error");
            case NOT_SUPPORTED -> new Status(501, "Not Implemented");
            case UNAVAILABLE -> new Status(503, "Service Unavailable");
        };
    }

    private static String body(ErrorForm form, Status status, Fault fault) {
        return switch (form) {
            case HTML -> page(status, escaped(fault.getMessage()), escaped(fault.detail()));
            case JSON -> json(status, fault.getMessage(), fault.detail());
            case PLAIN ->
                status + "\n\n" + fault.getMessage() + (fault.detail().isEmpty() ? "" : "\n\n" + fault.detail());
        };
    }

    private static String page(Status status, String explanation, String detail) {
        return """
                <html>
                 <head>
                  <title>%s</title>
                 </head>
                 <body>
                  <h1>%s</h1>
                  %s<br /><br />
                %s


                 </body>
                </html>""".formatted(status, status, explanation, detail);
    }

    private static String json(Status status, String explanation, String detail) {
        return Jsons.object()
                .add("message", explanation + "<br /><br />\n" + detail + "\n\n")
                .add("code", status.toString())
                .add("title", status.title())
                .build()
                .toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#x27;");
    }
}
