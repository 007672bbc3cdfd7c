package io.github.predella.fetch;

import java.io.Closeable;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The answer of a URL after all redirects. Belongs to one thread at a time. Closing it, or its stream, ends the
 * connection at once, whatever has not been read.
 */
public interface Fetched extends Closeable {

    /** The status, whatever it is. */
    int status();

    /** The value of a header, the first one when there are several. */
    Optional<String> header(String name);

    /** How many bytes the body has, or would have if only the headers were asked for; empty when unknown. */
    OptionalLong length();

    /**
     * The body just as the server sends it. Reading fails with a {@link FetchFault} when fewer bytes come than were
     * announced, when none come for too long, and when the total time is over.
     */
    InputStream body();

    /**
     * Insists that this is the data and not a message about it.
     *
     * @return this
     * @throws FetchFault ANSWERED_OTHERWISE when the status is not 200; this is then closed
     */
    default Fetched requireData() throws FetchFault {
        if (status() != 200) {
            close();
            throw FetchFault.answered(status());
        }
        return this;
    }

    @Override
    void close();
}
