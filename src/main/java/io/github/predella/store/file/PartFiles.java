package io.github.predella.store.file;

import io.github.predella.store.ObjectName;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of objects that are being written: hidden, and named {@code .<object>.<process>.<store>-<number>.part}.
 *
 * <p>How a sweep knows the dead from the living: its own store's writers are in a list; those of another store in the
 * same process are left alone, because merely opening and closing a file would drop that process's lock on it; and
 * writers of other processes, also on other machines that share the directory, hold a lock on their file, which the
 * system takes back when the process ends.
 */
final class PartFiles {

    private static final Pattern NAME =
            Pattern.compile("\\.(?<object>.+)\\.(?<process>[0-9a-f]{16})\\.(?<store>[0-9a-f]{16})-\\d+\\.part");

    private final String process;
    private final String store =
            HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    private final AtomicLong count = new AtomicLong();
    private final Set<Path> living = ConcurrentHashMap.newKeySet();

    PartFiles() {
        this(ProcessHandle.current());
    }

    private PartFiles(ProcessHandle self) {
        // Containers on different machines may all have process number 1, hence the moment of the start.
        long started = self.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        this.process = HexFormat.of().toHexDigits((self.pid() << 44) ^ started);
    }

    /** Makes a new file that counts as living until {@link #forget}. The channel holds a lock on it. */
    Part create(Path directory, ObjectName name) throws IOException {
        Path path =
                directory.resolve("." + name + "." + process + "." + store + "-" + count.incrementAndGet() + ".part");
        living.add(path);
        FileChannel channel = null;
        try {
            channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            lock(channel);
            return new Part(path, channel);
        } finally {
            if (channel == null) {
                living.remove(path);
            }
        }
    }

    /** A file being written. */
    record Part(Path path, FileChannel channel) {}

    void forget(Part part) {
        living.remove(part.path());
    }

    /** Removes the files of dead writers that were last written before the given time; returns which. */
    List<Path> sweep(Path directory, Instant before) throws IOException {
        var removed = new ArrayList<Path>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, ".*.part")) {
            for (Path file : files) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches() && isOlder(file, before) && removeIfDead(file, name)) {
                    removed.add(file);
                }
            }
        }
        return removed;
    }

    private boolean removeIfDead(Path file, Matcher name) throws IOException {
        if (name.group("process").equals(process)) {
            return name.group("store").equals(store) && !living.contains(file) && Files.deleteIfExists(file);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null && Files.deleteIfExists(file);
        } catch (IOException cannotTell) {
            return false;
        }
    }

    private static boolean isOlder(Path file, Instant before) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    /** A file system without locks refuses here and in the sweep alike; the sweep then leaves the file alone. */
    private static void lock(FileChannel channel) {
        try {
            channel.tryLock();
        } catch (IOException noLocks) {
            System.getLogger(PartFiles.class.getName())
                    .log(System.Logger.Level.DEBUG, "no file locks here: {0}", noLocks.getMessage());
        }
    }
}
