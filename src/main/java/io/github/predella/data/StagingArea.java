package io.github.predella.data;

import io.github.predella.store.FileAdopting;
import io.github.predella.store.LeftoverSweeping;
import io.github.predella.store.ObjectName;
import io.github.predella.store.ObjectWriter;
import io.github.predella.store.StoreFault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The directory in which data waits for its import, one file an image, named like it; what an import makes of a file
 * stands beside it with an ending. The directory carries an id of its own, so that it does not matter which node looks
 * into it, nor how many do. Safe for use by many threads.
 *
 * <p>It is kept by a file store that no caller can name: files become visible in one step, whole and durable.
 */
public final class StagingArea {

    /** The id under which the area is known where a store's is asked for; callers cannot choose it. */
    public static final String STORE = "os_glance_staging_store";

    private static final String MARKER = ".predella-area";
    private static final Pattern STAGED =
            Pattern.compile("(?<image>\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})(?:\\.[a-z0-9]+)?");
    private static final Pattern SESSION =
            Pattern.compile("\\.(?<session>\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})\\.session");

    private final Path directory;
    private final String id;
    private final FileAdopting store;
    private final LeftoverSweeping leftovers;

    private <S extends FileAdopting & LeftoverSweeping> StagingArea(Path directory, String id, S store) {
        this.directory = directory;
        this.id = id;
        this.store = store;
        this.leftovers = store;
    }

    /**
     * Opens the area, and makes it when there is none, for the owner's eyes only.
     *
     * @param directory absolute
     * @param options further options of the file store that keeps it
     * @param files makes that store
     * @throws IllegalArgumentException with a sentence for the operator when it cannot be used
     * @throws StoreFault likewise
     */
    public static <S extends FileAdopting & LeftoverSweeping> StagingArea open(
            Path directory, Map<String, String> options, Function<Map<String, String>, S> files) {
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory, ownerOnly());
            }
            String id = identify(directory);
            var all = new HashMap<>(options);
            all.put("filesystem_store_datadir", directory.toString());
            return new StagingArea(directory, id, files.apply(all));
        } catch (IOException unusable) {
            throw new IllegalArgumentException(
                    "the staging directory " + directory + " cannot be used: " + unusable, unusable);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Reads the id, or gives one. Of several nodes that come at the same time, one does. */
    private static String identify(Path directory) throws IOException {
        Path marker = directory.resolve(MARKER);
        if (!Files.exists(marker)) {
            Path draft = directory.resolve(MARKER + "." + UUID.randomUUID());
            Files.writeString(draft, UUID.randomUUID() + "\n", StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
            try {
                putInPlace(draft, marker);
            } finally {
                Files.deleteIfExists(draft);
            }
            sync(directory);
        }
        String text = Files.readString(marker, StandardCharsets.UTF_8).strip();
        try {
            return UUID.fromString(text).toString();
        } catch (IllegalArgumentException damaged) {
            throw new IOException("the file " + MARKER + " does not hold an id", damaged);
        }
    }

    private static void putInPlace(Path draft, Path marker) throws IOException {
        try {
            Files.createLink(marker, draft);
        } catch (FileAlreadyExistsException anotherNode) {
            return;
        } catch (FileSystemException | UnsupportedOperationException noLinks) {
            if (!Files.exists(marker)) {
                Files.move(draft, marker);
            }
        }
    }

    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** The id of the area, a UUID; nodes that share the directory share it. */
    public String id() {
        return id;
    }

    /** Where the data of an image is once it is complete. */
    public Path file(String imageId) {
        return directory.resolve(new ObjectName(imageId).text());
    }

    /**
     * A new name for a file that an import makes of an image's data. Nobody else ever gets the same one, so an import
     * that was taken for dead and goes on cannot write into the file of the next one.
     */
    Path derivedFile(String imageId) {
        return directory.resolve(new ObjectName(imageId).text() + "."
                + UUID.randomUUID().toString().replace("-", ""));
    }

    /** Whether there is complete data for an image. */
    public boolean holds(String imageId) {
        return Files.isRegularFile(file(imageId), LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Begins the file of an image, which is there once the writer has committed.
     *
     * @param expectedSize the announced number of bytes, empty when unknown
     * @throws StoreFault as for stores
     */
    ObjectWriter create(String imageId, OptionalLong expectedSize) {
        return store.create(new ObjectName(imageId), expectedSize);
    }

    /**
     * Makes a finished file the file of an image; throws {@link StoreFault}.
     *
     * @param finished in this area's directory; it is there no longer afterwards
     */
    void adopt(String imageId, Path finished) {
        if (store.adopt(new ObjectName(imageId), finished).isEmpty()) {
            throw StoreFault.unavailable(STORE, "a file cannot be put in place", null);
        }
    }

    boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Removes all that is kept for an image, also what was made of its data; throws {@link StoreFault}. */
    public void discard(String imageId) {
        for (Entry entry : contents()) {
            if (entry.imageId().equals(imageId)) {
                remove(entry.file());
            }
        }
    }

    /** Removes one file; nothing happens when it is gone. Throws {@link StoreFault}. */
    void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    /** The file of a resumable upload, into which its data grows. */
    Path sessionFile(String sessionId) {
        return directory.resolve("." + new ObjectName(sessionId) + ".session");
    }

    /** Makes the names in the directory durable; throws {@link StoreFault}. */
    void sync() {
        try {
            sync(directory);
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    /**
     * A file of the area.
     *
     * @param file where it is
     * @param imageId the image it belongs to
     */
    record Entry(Path file, String imageId) {

        /** Whether an import has made it of the image's data. */
        boolean isDerived() {
            return !file.getFileName().toString().equals(imageId);
        }
    }

    /** The files of images, those made of them included; other names are nobody's business. Throws {@link StoreFault}. */
    List<Entry> contents() {
        var found = new ArrayList<Entry>();
        for (Path file : files()) {
            Matcher name = STAGED.matcher(file.getFileName().toString());
            if (name.matches()) {
                found.add(new Entry(file, name.group("image")));
            }
        }
        return found;
    }

    /** The ids of the resumable uploads that have a file; throws {@link StoreFault}. */
    List<String> sessions() {
        var found = new ArrayList<String>();
        for (Path file : files()) {
            Matcher name = SESSION.matcher(file.getFileName().toString());
            if (name.matches()) {
                found.add(name.group("session"));
            }
        }
        return found;
    }

    private List<Path> files() {
        try (var files = Files.newDirectoryStream(directory)) {
            var all = new ArrayList<Path>();
            files.forEach(all::add);
            return all;
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    /** Whether a file was last written to before a moment; not when it is gone. Throws {@link StoreFault}. */
    boolean isOlder(Path file, Instant moment) {
        try {
            return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                    .toInstant()
                    .isBefore(moment);
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    /** Removes what dead writers have left; see {@link LeftoverSweeping#sweep}. */
    List<String> sweep(Instant before) {
        return leftovers.sweep(before);
    }

    static StoreFault failed(IOException failure) {
        String text = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        // Java has no types for these; the texts are the C library's.
        if (text.contains("no space left") || text.contains("quota exceeded")) {
            return StoreFault.full(STORE, failure);
        }
        return StoreFault.unavailable(STORE, "the file system failed", failure);
    }
}
