package io.github.predella.store.file;

import io.github.predella.flow.BoundedStream;
import io.github.predella.flow.ByteRange;
import io.github.predella.store.FileAdopting;
import io.github.predella.store.FileServing;
import io.github.predella.store.LeftoverSweeping;
import io.github.predella.store.Location;
import io.github.predella.store.ObjectName;
import io.github.predella.store.ObjectWriter;
import io.github.predella.store.RangeReading;
import io.github.predella.store.SpaceTelling;
import io.github.predella.store.StoreFault;
import io.github.predella.store.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** A store of plain files in one or several directories. The address of an object is {@code file://} and its path. */
public final class FileStore implements RangeReading, FileServing, FileAdopting, LeftoverSweeping, SpaceTelling {

    private final String id;
    private final FileFaults faults;
    private final Shelf shelf;
    private final PartFiles parts = new PartFiles();
    private final FileWriter.Tools tools;

    /**
     * @param id the configured id
     * @param settings where and how
     * @param executor runs the early writing to the device: short tasks that wait for the device, one per upload at a
     *     time at most; it may reject
     * @throws StoreFault when a directory is missing and cannot be made
     */
    FileStore(String id, FileStoreSettings settings, Executor executor) {
        this.id = id;
        this.faults = new FileFaults(id);
        this.shelf = new Shelf(id, settings.directories());
        this.tools = new FileWriter.Tools(shelf, parts, settings, faults, executor);
        shelf.prepare();
    }

    @Override
    public ObjectWriter create(ObjectName name, OptionalLong expectedSize) {
        shelf.requireNew(name);
        DataDirectory directory =
                shelf.withRoomFor(expectedSize).stream().findFirst().orElseThrow(() -> StoreFault.full(id, null));
        try {
            return new FileWriter(new FileWriter.Work(id, name, expectedSize, directory), tools);
        } catch (IOException failure) {
            throw faults.of(failure);
        }
    }

    @Override
    public InputStream open(Location at) {
        try {
            return Channels.newInputStream(reading(shelf.find(at)));
        } catch (IOException failure) {
            throw faults.of(failure);
        }
    }

    @Override
    public InputStream open(Location at, ByteRange range) {
        ServedFile file = file(at);
        if (range.last() >= file.size()) {
            throw new StoreFault(StoreFault.Kind.INVALID, id, "the range ends behind the object", null);
        }
        try {
            FileChannel channel = reading(file.path());
            channel.position(range.offset());
            return new BoundedStream(Channels.newInputStream(channel), range.length());
        } catch (IOException failure) {
            throw faults.of(failure);
        }
    }

    @Override
    public ServedFile file(Location at) {
        Path path = shelf.find(at);
        try {
            return new ServedFile(path, Files.size(path));
        } catch (IOException failure) {
            throw faults.of(failure);
        }
    }

    @Override
    public OptionalLong size(Location at) {
        return OptionalLong.of(file(at).size());
    }

    @Override
    public void delete(Location at) {
        try {
            Files.delete(shelf.find(at));
        } catch (IOException failure) {
            throw faults.of(failure);
        }
    }

    @Override
    public void discard(ObjectName name) {
        try {
            for (DataDirectory directory : shelf.directories()) {
                Files.deleteIfExists(directory.path().resolve(name.text()));
            }
        } catch (IOException failure) {
            throw faults.of(failure);
        }
    }

    @Override
    public Optional<StoredObject> share(ObjectName name, Path file) {
        return place(name, file, directory -> shelf.link(file, directory, name));
    }

    @Override
    public Optional<StoredObject> adopt(ObjectName name, Path file) {
        return place(name, file, directory -> moveInto(directory, name, file));
    }

    @Override
    public boolean owns(Location at) {
        return shelf.owns(at);
    }

    @Override
    public Map<String, Object> properties() {
        var directories = shelf.directories().stream()
                .map(directory -> directory.path().toString())
                .collect(Collectors.joining(","));
        return Map.of(
                "data_dir", directories,
                "chunk_size", tools.settings().chunk(),
                "thin_provisioning", tools.settings().thin());
    }

    @Override
    public List<String> sweep(Instant before) {
        var removed = new ArrayList<String>();
        try {
            for (DataDirectory directory : shelf.directories()) {
                parts.sweep(directory.path(), before).forEach(file -> removed.add(file.toString()));
            }
        } catch (IOException failure) {
            throw faults.of(failure);
        }
        return removed;
    }

    @Override
    public Space space() {
        var devices = new HashSet<java.nio.file.FileStore>();
        long free = 0;
        long total = 0;
        try {
            for (DataDirectory directory : shelf.directories()) {
                var device = Files.getFileStore(directory.path());
                if (devices.add(device)) {
                    free += device.getUsableSpace();
                    total += device.getTotalSpace();
                }
            }
        } catch (IOException failure) {
            throw faults.of(failure);
        }
        return new Space(free, total);
    }

    /** Nothing to release: writers and streams close themselves. */
    @Override
    public void close() {}

    /** Brings a file into a directory; empty when that cannot be done at no cost. */
    private interface Placing {
        Optional<Location> into(DataDirectory directory) throws IOException;
    }

    private Optional<StoredObject> place(ObjectName name, Path file, Placing placing) {
        shelf.requireNew(name);
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw StoreFault.notFound(id, "to take over");
            }
            long size = Files.size(file);
            for (DataDirectory directory : shelf.withRoomFor(OptionalLong.empty())) {
                if (Files.getFileStore(directory.path()).equals(Files.getFileStore(file))) {
                    makeDurable(file);
                    return placing.into(directory).map(place -> new StoredObject(place, size));
                }
            }
            return Optional.empty();
        } catch (IOException failure) {
            throw faults.of(failure);
        }
    }

    private void makeDurable(Path file) throws IOException {
        if (!tools.settings().permissions().isEmpty()) {
            Files.setPosixFilePermissions(file, tools.settings().permissions());
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private Optional<Location> moveInto(DataDirectory directory, ObjectName name, Path file) throws IOException {
        try {
            return Optional.of(shelf.place(file, directory, name));
        } catch (AtomicMoveNotSupportedException anotherMount) {
            return Optional.empty();
        }
    }

    /** The path is real, so a link in its place has come there since, and is not followed. */
    private static FileChannel reading(Path real) throws IOException {
        return FileChannel.open(real, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }
}
