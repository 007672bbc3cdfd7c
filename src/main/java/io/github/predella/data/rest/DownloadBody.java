package io.github.predella.data.rest;

import io.github.predella.data.Download;
import io.github.predella.data.Transfer;
import io.github.predella.observe.TransferFigures;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sends data through the heap in small pieces, and gives the download's place back whatever happens. */
final class DownloadBody implements StreamingOutput, Transfer {

    private static final Logger LOG = Logger.getLogger(DownloadBody.class.getName());

    /** Matches half the server's write buffer: larger pieces were slower. */
    private static final int PIECE = 64 * 1024;

    private final Download download;
    private final Optional<ServerConnection> connection;
    private final AtomicLong sent = new AtomicLong();

    /** @param connection over which the data goes, if the server lets it be known */
    DownloadBody(Download download, Optional<ServerConnection> connection) {
        this.download = download;
        this.connection = connection;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        try (download) {
            download.follow(this);
            connection.ifPresent(ServerConnection::waitLong);
            copyTo(out);
        } finally {
            connection.ifPresent(ServerConnection::waitAsUsual);
        }
    }

    private void copyTo(OutputStream out) throws IOException {
        try (var in = download.source().open()) {
            byte[] piece = new byte[PIECE];
            long left = download.length();
            while (left > 0) {
                int count = read(in, piece, (int) Math.min(PIECE, left));
                out.write(piece, 0, count);
                sent.addAndGet(count);
                TransferFigures.sentStream(count);
                left -= count;
            }
        }
    }

    /** Nothing but a cut connection can still tell the client that something is missing, so the operator is told. */
    private int read(InputStream in, byte[] piece, int wanted) throws IOException {
        try {
            int count = in.read(piece, 0, wanted);
            if (count < 0) {
                throw new EOFException("the data ends early");
            }
            return count;
        } catch (IOException lost) {
            LOG.log(
                    Level.WARNING,
                    lost,
                    () -> "a download of image " + download.image().id() + " is cut: its data cannot be read");
            throw lost;
        }
    }

    @Override
    public long sent() {
        return sent.get();
    }

    @Override
    public void abort() {
        connection.ifPresent(ServerConnection::terminate);
    }
}
