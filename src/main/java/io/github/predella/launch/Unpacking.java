package io.github.predella.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Our classes, and of the server what they need outside of it, as files. */
final class Unpacking {

    /** Where the classes and resources lie. */
    static final String CLASSES = "classes";

    /** Where the jars lie. */
    static final String JARS = "lib";

    private static final String OURS = "WEB-INF/";
    private static final Pattern OF_SERVER = Pattern.compile("MICRO-INF/runtime/((?:jakarta\\.(?:annotation|ejb|"
            + "enterprise\\.cdi|enterprise\\.lang-model|inject|interceptor|json|persistence|servlet|transaction|ws\\.rs)"
            + "|org\\.eclipse\\.persistence\\.(?:asm|core|jpa|jpa\\.jpql))(?:[-.][\\w.-]*)?\\.jar)");

    private final Path archive;
    private final Path server;

    Unpacking(Path archive, Path server) {
        this.archive = archive;
        this.server = server;
    }

    /**
     * Unpacks both, unless that was done before, and tells where. Others see all files or none.
     *
     * @throws IOException when a file cannot be read or the directory cannot be written
     */
    Path into(Path cache) throws IOException {
        Path target = cache.resolve(mark(archive) + "-" + mark(server));
        if (Files.isDirectory(target)) {
            return target;
        }
        Files.createDirectories(cache);
        Path fresh = Files.createTempDirectory(
                cache, "new", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createDirectories(fresh.resolve(CLASSES));
        Files.createDirectories(fresh.resolve(JARS));
        unpack(archive, fresh);
        unpack(server, fresh);
        try {
            return Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            delete(fresh);
            if (Files.isDirectory(target)) {
                return target;
            }
            throw failure;
        }
    }

    /** Another build has another size or another time. */
    private static String mark(Path file) throws IOException {
        return Long.toHexString(Files.size(file)) + "."
                + Long.toHexString(Files.getLastModifiedTime(file).toMillis());
    }

    private static void unpack(Path packed, Path directory) throws IOException {
        try (var zip = new ZipFile(packed.toFile())) {
            for (ZipEntry entry :
                    zip.stream().filter(some -> !some.isDirectory()).toList()) {
                var place = place(entry.getName());
                if (place.isPresent()) {
                    Path file = directory.resolve(place.get()).normalize();
                    if (!file.startsWith(directory)) {
                        throw new IOException(packed + " holds a file that would lie elsewhere: " + entry.getName());
                    }
                    Files.createDirectories(file.getParent());
                    try (InputStream content = zip.getInputStream(entry)) {
                        Files.copy(content, file);
                    }
                }
            }
        }
    }

    private static Optional<String> place(String name) {
        if (name.startsWith(OURS + CLASSES + "/") || name.startsWith(OURS + JARS + "/")) {
            return Optional.of(name.substring(OURS.length()));
        }
        var ofServer = OF_SERVER.matcher(name);
        return ofServer.matches() ? Optional.of(JARS + "/" + ofServer.group(1)) : Optional.empty();
    }

    private static void delete(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, IOException failure) throws IOException {
                Files.delete(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
