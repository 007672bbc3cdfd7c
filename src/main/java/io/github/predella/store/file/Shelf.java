package io.github.predella.store.file;

import io.github.predella.store.Location;
import io.github.predella.store.ObjectName;
import io.github.predella.store.StoreFault;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** The directories of a store seen together: where an object goes, and where one is. */
final class Shelf {

    private static final Pattern AN_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final String store;
    private final FileFaults faults;
    private final List<DataDirectory> directories;

    Shelf(String store, List<DataDirectory> directories) {
        this.store = store;
        this.faults = new FileFaults(store);
        this.directories = directories.stream()
                .sorted(Comparator.comparingInt(DataDirectory::priority).reversed())
                .toList();
    }

    List<DataDirectory> directories() {
        return directories;
    }

    void prepare() {
        try {
            for (DataDirectory directory : directories) {
                directory.prepare();
            }
        } catch (IOException failure) {
            throw faults.of(failure);
        }
    }

    /**
     * The directories that have room for so many bytes (for any, when the size is unknown), highest priority first,
     * among equals the emptiest first.
     */
    List<DataDirectory> withRoomFor(OptionalLong size) {
        record Room(DataDirectory directory, long space) {}
        var rooms = new ArrayList<Room>();
        try {
            for (DataDirectory directory : directories) {
                rooms.add(new Room(directory, directory.space()));
            }
        } catch (IOException failure) {
            throw faults.of(failure);
        }
        return rooms.stream()
                .filter(room -> room.space() > 0 && room.space() >= size.orElse(1))
                .sorted(Comparator.comparingInt((Room room) -> room.directory().priority())
                        .thenComparingLong(Room::space)
                        .reversed())
                .map(Room::directory)
                .toList();
    }

    void requireNew(ObjectName name) {
        for (DataDirectory directory : directories) {
            if (Files.exists(directory.path().resolve(name.text()), LinkOption.NOFOLLOW_LINKS)) {
                throw StoreFault.exists(store, name);
            }
        }
    }

    /**
     * Puts a finished file of the same file system in its place, durably, and never over another one. When that fails,
     * the file is where it was.
     *
     * @throws AtomicMoveNotSupportedException when it is on another file system
     */
    Location place(Path finished, DataDirectory directory, ObjectName name) throws IOException {
        // A link never replaces what is there; renaming, the way where links do not exist, would.
        var linked = link(finished, directory, name);
        Path place = directory.path().resolve(name.text());
        if (linked.isEmpty()) {
            rename(finished, place, directory, name);
            return at(place);
        }
        boolean kept = false;
        try {
            Files.delete(finished);
            kept = true;
            return linked.get();
        } finally {
            if (!kept) {
                Files.delete(place);
            }
        }
    }

    /**
     * Gives a finished file of the same file system a second name in its place, durably, and never over another one.
     *
     * @return empty when it cannot have one: there are no links, or it is on another file system
     */
    Optional<Location> link(Path finished, DataDirectory directory, ObjectName name) throws IOException {
        Path place = directory.path().resolve(name.text());
        try {
            Files.createLink(place, finished);
        } catch (FileAlreadyExistsException taken) {
            throw StoreFault.exists(store, name);
        } catch (FileSystemException | UnsupportedOperationException noLinks) {
            return Optional.empty();
        }
        boolean kept = false;
        try {
            directory.sync();
            kept = true;
            return Optional.of(at(place));
        } finally {
            if (!kept) {
                Files.delete(place);
            }
        }
    }

    private synchronized void rename(Path finished, Path place, DataDirectory directory, ObjectName name)
            throws IOException {
        requireNew(name);
        Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE);
        boolean kept = false;
        try {
            directory.sync();
            kept = true;
        } finally {
            if (!kept) {
                Files.move(place, finished, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private Location at(Path place) {
        return Location.in(store, "file://" + place);
    }

    /** Whether the address is that of a file in one of the directories, going by its text alone. */
    boolean owns(Location at) {
        return directoryOf(at) != null;
    }

    /**
     * The real path of an object. It is in one of the directories, or in one that the settings named formerly: objects
     * stay where they are when an operator adds directories, and are known by the id that is their name.
     *
     * @throws StoreFault DENIED when it is neither, be it by {@code ..} or by a symbolic link, NOT_FOUND when it is no
     *     file
     */
    Path find(Location at) {
        DataDirectory directory = directoryOf(at);
        if (directory == null && !isNamedById(at)) {
            throw StoreFault.foreign(store, at);
        }
        try {
            Path given = Path.of(at.rest());
            Path real = given.toRealPath();
            boolean here = directory == null
                    ? given.getFileName().equals(real.getFileName())
                    : real.startsWith(directory.path().toRealPath());
            if (!here) {
                throw StoreFault.foreign(store, at);
            }
            if (!Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
                throw StoreFault.notFound(store, "of this name is a file");
            }
            return real;
        } catch (IOException failure) {
            throw faults.of(failure);
        }
    }

    /** Whether the address is that of a file, anywhere, which has the id of an image for a name. */
    private static boolean isNamedById(Location at) {
        Path path = plainPathOf(at);
        return path != null
                && !hasHiddenPart(path)
                && AN_ID.matcher(path.getFileName().toString()).matches();
    }

    private DataDirectory directoryOf(Location at) {
        Path path = plainPathOf(at);
        for (DataDirectory directory : directories) {
            if (path != null
                    && path.startsWith(directory.path())
                    && !hasHiddenPart(directory.path().relativize(path))) {
                return directory;
            }
        }
        return null;
    }

    /** Null when it is not the address of a file, or one with detours. */
    private static Path plainPathOf(Location at) {
        if (!at.scheme().equals("file") && !at.scheme().equals("filesystem")) {
            return null;
        }
        Path path = pathOf(at);
        boolean plain =
                path != null && path.isAbsolute() && path.getFileName() != null && path.equals(path.normalize());
        return plain ? path : null;
    }

    /** Null when the text cannot be a path here, for example in a locale without its letters. */
    private static Path pathOf(Location at) {
        try {
            return Path.of(at.rest());
        } catch (InvalidPathException impossible) {
            return null;
        }
    }

    /** Unfinished files are hidden; the directory itself has an empty name below itself and is no object either. */
    private static boolean hasHiddenPart(Path below) {
        for (Path part : below) {
            if (part.toString().isEmpty() || part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }
}
