package io.github.predella.fetch;

import java.io.IOException;
import java.io.Serial;

/**
 * A fetch that failed. The message is one sentence for the user who named the URL. It names neither addresses nor
 * ports, and everything that the rules refuse has the same sentence, so that nobody can map a network by it.
 */
public final class FetchFault extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Kind {
        /** The URL, or what it leads to, is not to be fetched. */
        REFUSED,
        /** No connection, or none that is secure. */
        UNREACHABLE,
        /** The time is over. */
        LATE,
        /** The answer breaks off, is too long where it may not be, or is not HTTP. */
        BROKEN,
        /** The server has answered something else than the data. */
        ANSWERED_OTHERWISE
    }

    private final Kind kind;

    private FetchFault(Kind kind, String sentence, Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
    }

    /** Whatever the reason is: a rule of the operator, an inner address, or a name that does not exist. */
    public static FetchFault refused() {
        return new FetchFault(Kind.REFUSED, "The URL is not one that this service may fetch.", null);
    }

    static FetchFault unreachable(Throwable cause) {
        return new FetchFault(Kind.UNREACHABLE, "The server of the URL cannot be reached.", cause);
    }

    static FetchFault insecure(Throwable cause) {
        return new FetchFault(
                Kind.UNREACHABLE, "There is no secure connection to be had with the server of the URL.", cause);
    }

    static FetchFault late(Throwable cause) {
        return new FetchFault(Kind.LATE, "The server of the URL takes too long.", cause);
    }

    static FetchFault broken(Throwable cause) {
        return new FetchFault(Kind.BROKEN, "The answer of the URL's server is broken.", cause);
    }

    static FetchFault redirectedTooOften() {
        return new FetchFault(Kind.BROKEN, "The URL redirects too often.", null);
    }

    static FetchFault answered(int status) {
        return new FetchFault(
                Kind.ANSWERED_OTHERWISE, "The server of the URL answered with status " + status + ".", null);
    }

    public Kind kind() {
        return kind;
    }
}
