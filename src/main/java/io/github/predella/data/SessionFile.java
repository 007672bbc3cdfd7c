package io.github.predella.data;

import io.github.predella.flow.ByteStage;
import io.github.predella.store.StoreFault;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/**
 * The file of an upload session, held by one request at a time: within the process by a list, between processes by a
 * lock of the system, which ends with the process that has it. Every failure of the file system is a {@link StoreFault},
 * so that it is not taken for one of the sender's.
 */
final class SessionFile implements Closeable, ByteStage {

    private final Set<String> held;
    private final String id;
    private final FileChannel channel;
    private long end;

    private SessionFile(Set<String> held, String id, FileChannel channel) {
        this.held = held;
        this.id = id;
        this.channel = channel;
    }

    /**
     * Takes the file.
     *
     * @param held the sessions that this process holds
     * @param path where the file is
     * @param mayMake whether it may not be there yet
     * @return empty when another request holds it
     * @throws NoSuchFileException when it is not there
     */
    static Optional<SessionFile> take(Set<String> held, String id, Path path, boolean mayMake)
            throws NoSuchFileException {
        if (!held.add(id)) {
            return Optional.empty();
        }
        FileChannel channel = null;
        boolean taken = false;
        try {
            channel = open(path, mayMake);
            taken = channel.tryLock() != null;
            return taken ? Optional.of(new SessionFile(held, id, channel)) : Optional.empty();
        } catch (OverlappingFileLockException heldHere) {
            return Optional.empty();
        } catch (NoSuchFileException missing) {
            throw missing;
        } catch (IOException failure) {
            throw StagingArea.failed(failure);
        } finally {
            if (!taken) {
                release(held, id, channel);
            }
        }
    }

    private static FileChannel open(Path path, boolean mayMake) throws IOException {
        return mayMake
                ? FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)
                : FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Cuts off what nobody has acknowledged; false when not even all that was acknowledged is there. */
    boolean cutTo(long length) {
        try {
            end = length;
            if (channel.size() > length) {
                channel.truncate(length);
            }
            return channel.size() == length;
        } catch (IOException failure) {
            throw StagingArea.failed(failure);
        }
    }

    /** Where the next byte goes. */
    long end() {
        return end;
    }

    @Override
    public void accept(byte[] chunk, int from, int count) {
        var bytes = ByteBuffer.wrap(chunk, from, count);
        try {
            while (bytes.hasRemaining()) {
                end += channel.write(bytes, end);
            }
        } catch (IOException failure) {
            throw StagingArea.failed(failure);
        }
    }

    /** Returns when everything has reached the device. */
    void flush() {
        try {
            channel.force(true);
        } catch (IOException failure) {
            throw StagingArea.failed(failure);
        }
    }

    /** Lets the digests catch up with a position of the file. */
    void feed(SessionDigests digests, long position) {
        try {
            digests.follow(channel, position);
        } catch (IOException failure) {
            throw StagingArea.failed(failure);
        }
    }

    @Override
    public void close() {
        release(held, id, channel);
    }

    private static void release(Set<String> held, String id, FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException failure) {
            throw StagingArea.failed(failure);
        } finally {
            held.remove(id);
        }
    }
}
