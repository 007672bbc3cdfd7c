package io.github.predella.rest;

import jakarta.ws.rs.container.ContainerRequestContext;

/** How long a request's body says it is. */
final class AnnouncedLength {

    /** The body is chunked, or there is none. */
    static final long UNKNOWN = -1;

    private AnnouncedLength() {}

    /**
     * The announced number of bytes, or {@link #UNKNOWN}. The server has refused anything but digits before. The
     * request's own method of this purpose is no use: it ends at 2 GiB.
     */
    static long of(ContainerRequestContext request) {
        String text = request.getHeaderString("Content-Length");
        return text == null || text.isBlank() ? UNKNOWN : Long.parseLong(text.strip());
    }
}
