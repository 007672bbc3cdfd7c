package io.github.predella.data.rest;

import io.github.predella.data.Download;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;

/** Sends data through the heap in small pieces, and gives the download's place back whatever happens. */
final class DownloadBody implements StreamingOutput {

    /** Matches half the server's write buffer: larger pieces were slower. */
    private static final int PIECE = 64 * 1024;

    private final Download download;

    DownloadBody(Download download) {
        this.download = download;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        try (download;
                var in = download.source().open()) {
            byte[] piece = new byte[PIECE];
            long left = download.length();
            while (left > 0) {
                int count = in.read(piece, 0, (int) Math.min(PIECE, left));
                if (count < 0) {
                    // Nothing but a cut connection can still tell the caller that something is missing.
                    throw new EOFException(
                            "the data of image " + download.image().id() + " ends early");
                }
                out.write(piece, 0, count);
                left -= count;
            }
        }
    }
}
