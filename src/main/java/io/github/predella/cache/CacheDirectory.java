package io.github.predella.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The cache's directory, laid out like the reference's: complete copies, each named like its image, and beside them
 * {@code incomplete} for what is being written, {@code invalid} for what was not what it should be, and {@code queue}
 * with the names of images that the reference was to fetch. Safe for use by many threads, and by several processes on
 * one directory.
 *
 * <p>A copy appears in one step, whole and durable. A writer of another process that lives is known by the lock on its
 * file, which the system takes back when the process ends; where there are no locks, its file is left alone until it
 * counts as stalled. Links are never followed, and names that are not those of images are nobody's business.
 */
public final class CacheDirectory {

    private static final Pattern IMAGE = Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path directory;
    private final Path incomplete;
    private final Path invalid;
    private final Path queue;
    private final Set<Path> living = ConcurrentHashMap.newKeySet();

    private CacheDirectory(Path directory) {
        this.directory = directory;
        this.incomplete = directory.resolve("incomplete");
        this.invalid = directory.resolve("invalid");
        this.queue = directory.resolve("queue");
    }

    /**
     * Opens the directory, and makes it when there is none, for the owner's eyes only.
     *
     * @throws IllegalArgumentException with a sentence for the operator when it cannot be used
     */
    public static CacheDirectory open(Path directory) {
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory, ownerOnly("rwx------"));
            }
            var cache = new CacheDirectory(directory.toRealPath());
            for (Path room : List.of(cache.incomplete, cache.invalid, cache.queue)) {
                if (!Files.isDirectory(room, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectory(room, ownerOnly("rwx------"));
                }
            }
            return cache;
        } catch (IOException unusable) {
            throw new IllegalArgumentException(
                    "the cache directory " + directory + " cannot be used: " + unusable, unusable);
        }
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Whether a copy can be kept under that name. */
    static boolean isName(String imageId) {
        return IMAGE.matcher(imageId).matches();
    }

    /** The complete copy of an image; empty when there is none, or something else in its place. */
    Optional<KeptFile> find(String imageId) {
        if (!isName(imageId)) {
            return Optional.empty();
        }
        Path path = directory.resolve(imageId);
        try {
            var facts = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            var modified = facts.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.SECONDS);
            return facts.isRegularFile() ? Optional.of(new KeptFile(path, facts.size(), modified)) : Optional.empty();
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    /** The images that have a complete copy. */
    List<String> images() throws IOException {
        return names(directory).stream().filter(name -> find(name).isPresent()).toList();
    }

    /** The images that the reference was to fetch; the notes about them are removed. */
    List<String> takeQueued() throws IOException {
        var queued = new ArrayList<String>();
        for (String name : names(queue)) {
            if (isName(name) && Files.deleteIfExists(queue.resolve(name))) {
                queued.add(name);
            }
        }
        return queued;
    }

    /** Begins a copy. */
    CacheDraft draft(String imageId) throws IOException {
        if (!isName(imageId)) {
            throw new IOException("no name of an image: " + imageId);
        }
        Path path =
                incomplete.resolve(imageId + "." + UUID.randomUUID().toString().replace("-", ""));
        living.add(path);
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    path,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    ownerOnly("rw-------"));
            lock(channel);
            return new CacheDraft(this, imageId, path, channel);
        } finally {
            if (channel == null) {
                living.remove(path);
            }
        }
    }

    private static void lock(FileChannel channel) {
        try {
            channel.tryLock();
        } catch (IOException noLocks) {
            System.getLogger(CacheDirectory.class.getName())
                    .log(System.Logger.Level.DEBUG, "no file locks here: {0}", noLocks.getMessage());
        }
    }

    /** Makes a finished draft the copy of its image, durably. */
    void publish(String imageId, Path draft) throws IOException {
        Files.move(draft, directory.resolve(imageId), StandardCopyOption.ATOMIC_MOVE);
        living.remove(draft);
        try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    /** Puts a file where operators can look at it until the next cleaning. */
    void reject(String imageId, Path file) throws IOException {
        Files.move(file, invalid.resolve(imageId), StandardCopyOption.ATOMIC_MOVE);
        living.remove(file);
    }

    void discard(Path draft) {
        delete(draft);
        living.remove(draft);
    }

    /** Removes the copy of an image; whoever is reading it is not disturbed. */
    void remove(String imageId) {
        if (isName(imageId)) {
            delete(directory.resolve(imageId));
        }
    }

    /**
     * Removes what is invalid, what dead writers have left, and what was last written to before the given time.
     *
     * @return how many files are gone
     */
    int clean(Instant stalledBefore) throws IOException {
        int removed = 0;
        for (String name : names(invalid)) {
            removed += delete(invalid.resolve(name)) ? 1 : 0;
        }
        for (String name : names(incomplete)) {
            Path file = incomplete.resolve(name);
            if (isOlder(file, stalledBefore) || !isAlive(file)) {
                removed += delete(file) ? 1 : 0;
            }
        }
        return removed;
    }

    /** Opening and closing a file of this process's own would drop its lock. */
    private boolean isAlive(Path file) {
        if (living.contains(file)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (IOException | OverlappingFileLockException cannotTell) {
            return true;
        }
    }

    private static boolean isOlder(Path file, Instant moment) throws IOException {
        try {
            return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                    .toInstant()
                    .isBefore(moment);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    /** Bytes that may still be written. */
    long free() throws IOException {
        return Files.getFileStore(directory).getUsableSpace();
    }

    private static List<String> names(Path room) throws IOException {
        var names = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(room)) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        } catch (DirectoryIteratorException broken) {
            throw broken.getCause();
        }
        return names;
    }

    /** A directory in the place of a file stays where it is. */
    private static boolean delete(Path file) {
        try {
            return !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) && Files.deleteIfExists(file);
        } catch (IOException stays) {
            System.getLogger(CacheDirectory.class.getName())
                    .log(System.Logger.Level.WARNING, "the cache cannot remove {0}: {1}", file, stays);
            return false;
        }
    }
}
