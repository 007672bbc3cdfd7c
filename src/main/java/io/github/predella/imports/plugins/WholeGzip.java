package io.github.predella.imports.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads all members of gzip data. What follows a member and is no member itself would pass as the end of the data
 * otherwise, and a disk whose second member is damaged would lack its second half.
 */
final class WholeGzip extends GZIPInputStream {

    private static final int BUFFER = 64 * 1024;

    /** Sum and length at the end of a member, which are still in the buffer as a rule. */
    private static final int TRAILER = 8;

    WholeGzip(InputStream compressed) throws IOException {
        super(compressed, BUFFER);
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        int read = super.read(bytes, from, count);
        if (read < 0 && (inf.getRemaining() > TRAILER || in.read() >= 0)) {
            throw new ZipException("there is something else behind the compressed data");
        }
        return read;
    }
}
