package io.github.predella.data.rest;

import io.github.predella.observe.TransferFigures;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import org.glassfish.grizzly.FileChunk;

/**
 * A part of a file that the server moves to a socket by itself. The server calls the methods that it declares, one
 * thread at a time; the others may be called by any.
 */
final class FileBody implements FileChunk {

    /** Bytes after which other connections get their turn, however fast this one's reader is. */
    private static final long TURN = 4L << 20;

    /** What a message whose bytes are not in the heap counts in the server's queue, whatever its length. */
    private static final long ENTRY = 1;

    private final FileChannel file;
    private final long offset;
    private final long length;
    private final AtomicLong sent = new AtomicLong();

    private FileBody(FileChannel file, long offset, long length) {
        this.file = file;
        this.offset = offset;
        this.length = length;
    }

    /**
     * Opens a file.
     *
     * @param path its real path; a link in its place is not followed
     * @param offset position of the first byte to send
     * @param length bytes to send, at least 1
     */
    static FileBody open(Path path, long offset, long length) throws IOException {
        var file = FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        return new FileBody(file, offset, length);
    }

    /** How many bytes the socket has taken. */
    long sent() {
        return sent.get();
    }

    /**
     * Moves what the socket takes now.
     *
     * @return what is to be struck out of the server's queue, which has put the file down as one entry and knows nothing
     *     of its bytes: nothing before all has gone, and then the entry. So the queue is empty when the answer is over.
     */
    @Override
    public long writeTo(WritableByteChannel socket) throws IOException {
        long position = offset + sent.get();
        long moved = file.transferTo(position, Math.min(length - sent.get(), TURN), socket);
        if (moved == 0 && file.size() <= position) {
            throw new EOFException("the file is shorter than it was");
        }
        sent.addAndGet(moved);
        TransferFigures.sentFile(moved);
        return hasRemaining() ? 0 : ENTRY;
    }

    @Override
    public boolean hasRemaining() {
        return sent.get() < length;
    }

    @Override
    public int remaining() {
        return (int) Math.min(length - sent.get(), Integer.MAX_VALUE);
    }

    /** Closes the file; a second time does nothing. */
    @Override
    public boolean release() {
        try {
            file.close();
        } catch (IOException lost) {
            // It was only read.
        }
        return true;
    }

    @Override
    public boolean isExternal() {
        return true;
    }
}
