package io.github.predella.core;

import java.time.Duration;

/**
 * The one exception by which a feature refuses. It says what kind of refusal it is and carries a sentence for the
 * caller; which HTTP status or page message that becomes is decided in the porch and in the dashboard.
 *
 * <p>Faults are thrown by named factories beside the rule they enforce, so that each text stands in one place. They are
 * part of normal operation and therefore carry no stack trace.
 */
public final class Fault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of refusal; closed, so that every meeting point has to decide about a new one. */
    public enum Kind {
        /** The request is malformed or a value is out of its range. */
        INVALID,
        /** There is no valid token. */
        UNAUTHENTICATED,
        /** The caller is known and may not. */
        FORBIDDEN,
        /** The thing does not exist, or the caller may not know that it does. */
        NOT_FOUND,
        /** The request does not fit the present state. */
        CONFLICT,
        /** The thing was there and vanished while the request ran. */
        GONE,
        /** The request does not carry what it has to be based on. */
        PRECONDITION_FAILED,
        /** The data is not what its checksum says. */
        CHECKSUM_MISMATCH,
        /** A quota, a limit or the free space would be exceeded. */
        TOO_LARGE,
        /** The request has a media type that is not understood, or content that is not what it claims to be. */
        UNSUPPORTED_TYPE,
        /** The range does not overlap the data. */
        BAD_RANGE,
        /** A request header is longer than allowed. */
        HEADER_TOO_LARGE,
        /** Too many requests of this kind; another try later may succeed. */
        LIMIT_REACHED,
        /** The method is not defined for this address. */
        METHOD_NOT_ALLOWED,
        /** The method is not defined at all. */
        NOT_SUPPORTED,
        /** Something this service depends on does not answer. */
        UNAVAILABLE,
        /** Everything else; details are in the log only. */
        INTERNAL
    }

    private final Kind kind;
    private final String detail;
    private final Duration wait;

    /**
     * @param kind what kind of refusal
     * @param message the explanation for the caller: plain text, no markup, no secrets, no addresses of stores
     */
    public Fault(Kind kind, String message) {
        this(kind, message, "");
    }

    /**
     * @param kind what kind of refusal
     * @param message the explanation for the caller
     * @param detail a second sentence, or empty
     */
    public Fault(Kind kind, String message, String detail) {
        this(kind, message, detail, Duration.ZERO);
    }

    private Fault(Kind kind, String message, String detail, Duration wait) {
        super(message, null, false, false);
        this.kind = kind;
        this.detail = detail;
        this.wait = wait;
    }

    public Kind kind() {
        return kind;
    }

    /** The second sentence; empty when there is none, never null. */
    public String detail() {
        return detail;
    }

    /** After which time another try may succeed; zero when that is not known or would change nothing. */
    public Duration waitTime() {
        return wait;
    }

    public static Fault invalid(String message) {
        return new Fault(Kind.INVALID, message);
    }

    public static Fault forbidden(String message) {
        return new Fault(Kind.FORBIDDEN, message);
    }

    public static Fault notFound(String message) {
        return new Fault(Kind.NOT_FOUND, message);
    }

    public static Fault conflict(String message) {
        return new Fault(Kind.CONFLICT, message);
    }

    public static Fault tooLarge(String message) {
        return new Fault(Kind.TOO_LARGE, message);
    }

    /**
     * There were too many requests of this kind.
     *
     * @param wait after which time another try may succeed
     */
    public static Fault limitReached(String message, Duration wait) {
        return new Fault(Kind.LIMIT_REACHED, message, "", wait);
    }
}
