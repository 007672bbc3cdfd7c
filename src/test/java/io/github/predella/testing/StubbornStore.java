package io.github.predella.testing;

import io.github.predella.flow.ByteRange;
import io.github.predella.store.Location;
import io.github.predella.store.ObjectName;
import io.github.predella.store.ObjectWriter;
import io.github.predella.store.RangeReading;
import io.github.predella.store.StoreFault;
import java.io.InputStream;
import java.util.OptionalLong;

/** A store on the heap in whose way a test may stand: whatever a test throws, the store throws in its name. */
public final class StubbornStore implements RangeReading {

    private final MemoryStore objects;
    private volatile Runnable onOpen = () -> {};
    private volatile Runnable onDelete = () -> {};

    public StubbornStore(String id) {
        objects = new MemoryStore(id);
    }

    /** How many objects there are. */
    public int count() {
        return objects.count();
    }

    /** What happens before an object is opened. */
    public void onOpen(Runnable before) {
        onOpen = before;
    }

    /** What happens before an object is removed. */
    public void onDelete(Runnable before) {
        onDelete = before;
    }

    /** The obstacle of a store that refuses. */
    public static Runnable refusing(StoreFault.Kind kind) {
        return () -> {
            throw new StoreFault(kind, "stubborn", "as the test wants it", null);
        };
    }

    @Override
    public ObjectWriter create(ObjectName name, OptionalLong expectedSize) {
        return objects.create(name, expectedSize);
    }

    @Override
    public InputStream open(Location at) {
        onOpen.run();
        return objects.open(at);
    }

    @Override
    public InputStream open(Location at, ByteRange range) {
        onOpen.run();
        return objects.open(at, range);
    }

    @Override
    public OptionalLong size(Location at) {
        return objects.size(at);
    }

    @Override
    public void delete(Location at) {
        onDelete.run();
        objects.delete(at);
    }

    @Override
    public void discard(ObjectName name) {
        objects.discard(name);
    }

    @Override
    public boolean owns(Location at) {
        return objects.owns(at);
    }

    @Override
    public void close() {
        objects.close();
    }
}
