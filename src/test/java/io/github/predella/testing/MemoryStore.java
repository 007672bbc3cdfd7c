package io.github.predella.testing;

import io.github.predella.flow.ByteRange;
import io.github.predella.store.Location;
import io.github.predella.store.ObjectName;
import io.github.predella.store.ObjectWriter;
import io.github.predella.store.RangeReading;
import io.github.predella.store.StoreFault;
import io.github.predella.store.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** A store on the heap. It keeps the contract of all stores, so tests of other rooms may rely on it. */
public final class MemoryStore implements RangeReading {

    private static final String PREFIX = "memory://";

    private final String id;
    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();

    public MemoryStore(String id) {
        this.id = id;
    }

    /** How many objects there are. */
    public int count() {
        return objects.size();
    }

    @Override
    public ObjectWriter create(ObjectName name, OptionalLong expectedSize) {
        if (objects.containsKey(name.text())) {
            throw StoreFault.exists(id, name);
        }
        return new Writer(name, expectedSize);
    }

    @Override
    public InputStream open(Location at) {
        return new ByteArrayInputStream(object(at));
    }

    @Override
    public InputStream open(Location at, ByteRange range) {
        byte[] object = object(at);
        if (range.last() >= object.length) {
            throw new StoreFault(StoreFault.Kind.INVALID, id, "the range ends behind the object", null);
        }
        return new ByteArrayInputStream(object, (int) range.offset(), (int) range.length());
    }

    @Override
    public OptionalLong size(Location at) {
        return OptionalLong.of(object(at).length);
    }

    @Override
    public void delete(Location at) {
        if (objects.remove(name(at)) == null) {
            throw StoreFault.notFound(id, name(at));
        }
    }

    @Override
    public void discard(ObjectName name) {
        objects.remove(name.text());
    }

    @Override
    public boolean owns(Location at) {
        return at.address().startsWith(PREFIX + id + "/");
    }

    @Override
    public void close() {
        objects.clear();
    }

    private byte[] object(Location at) {
        return Optional.ofNullable(objects.get(name(at))).orElseThrow(() -> StoreFault.notFound(id, name(at)));
    }

    private String name(Location at) {
        if (!owns(at)) {
            throw StoreFault.foreign(id, at);
        }
        return at.address().substring((PREFIX + id + "/").length());
    }

    private final class Writer implements ObjectWriter {

        private final ObjectName name;
        private final OptionalLong expected;
        private ByteArrayOutputStream written = new ByteArrayOutputStream();

        Writer(ObjectName name, OptionalLong expected) {
            this.name = name;
            this.expected = expected;
        }

        @Override
        public void accept(byte[] chunk, int from, int count) {
            requireOpen();
            long size = (long) written.size() + count;
            if (size > expected.orElse(size)) {
                written = null;
                throw StoreFault.sizeDiffers(id, expected.getAsLong(), size);
            }
            written.write(chunk, from, count);
        }

        @Override
        public StoredObject commit() {
            requireOpen();
            byte[] bytes = written.toByteArray();
            written = null;
            if (bytes.length != expected.orElse(bytes.length)) {
                throw StoreFault.sizeDiffers(id, expected.getAsLong(), bytes.length);
            }
            if (objects.putIfAbsent(name.text(), bytes) != null) {
                throw StoreFault.exists(id, name);
            }
            return new StoredObject(Location.in(id, PREFIX + id + "/" + name), bytes.length);
        }

        @Override
        public void close() {
            written = null;
        }

        private void requireOpen() {
            if (written == null) {
                throw new IllegalStateException("the writer is done");
            }
        }
    }
}
