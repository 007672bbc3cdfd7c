package io.github.predella.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Closes the connection after an answer that was given before the request's body had arrived (RFC 9110 section 10.1.1,
 * RFC 9112 section 9.6). Otherwise the rest of the body, perhaps a whole disk, would have to be received first for
 * nothing.
 */
@Provider
@PreMatching
@Priority(0)
public class UnreadBody implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String WATCHED = UnreadBody.class.getName();

    @Override
    public void filter(ContainerRequestContext request) {
        if (AnnouncedLength.of(request) > 0 || request.getHeaderString("Transfer-Encoding") != null) {
            var watched = new Watched(request.getEntityStream(), AnnouncedLength.of(request));
            request.setProperty(WATCHED, watched);
            request.setEntityStream(watched);
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(WATCHED) instanceof Watched body && !body.atEnd()) {
            response.getHeaders().putSingle("Connection", "close");
        }
    }

    /** Knows whether everything that was announced, or everything there is, has been read. */
    private static final class Watched extends FilterInputStream {

        private long left;
        private boolean ended;

        /** @param announced bytes, negative when that is not known */
        Watched(InputStream in, long announced) {
            super(in);
            this.left = announced < 0 ? Long.MAX_VALUE : announced;
        }

        boolean atEnd() {
            return ended || left == 0;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? -1 : 1);
            return value;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            count(count);
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = super.skip(count);
            left -= skipped;
            return skipped;
        }

        private void count(int read) {
            if (read < 0) {
                ended = true;
            } else {
                left -= read;
            }
        }
    }
}
