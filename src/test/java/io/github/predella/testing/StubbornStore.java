package io.github.predella.testing;

import io.github.predella.flow.ByteRange;
import io.github.predella.store.Location;
import io.github.predella.store.ObjectName;
import io.github.predella.store.ObjectStore;
import io.github.predella.store.ObjectWriter;
import io.github.predella.store.RangeReading;
import io.github.predella.store.StoreFault;
import java.io.InputStream;
import java.util.OptionalLong;

/**
 * A store on the heap in whose way a test may stand: whatever a test throws, the store throws in its name. It can do
 * what every store can and nothing more, except for {@link Ranged}.
 */
public class StubbornStore implements ObjectStore {

    private final MemoryStore objects;
    private volatile Runnable onCreate = () -> {};
    private volatile Runnable onOpen = () -> {};
    private volatile Runnable onDelete = () -> {};

    StubbornStore(String id) {
        objects = new MemoryStore(id);
    }

    /** One that can also read a stretch of an object. */
    static final class Ranged extends StubbornStore implements RangeReading {

        Ranged(String id) {
            super(id);
        }

        @Override
        public InputStream open(Location at, ByteRange range) {
            return opened().open(at, range);
        }
    }

    /** How many objects there are. */
    public int count() {
        return objects.count();
    }

    /** What happens before an object is begun. */
    public void onCreate(Runnable before) {
        onCreate = before;
    }

    /** What happens before an object is opened. */
    public void onOpen(Runnable before) {
        onOpen = before;
    }

    /** What happens before an object is removed. */
    public void onDelete(Runnable before) {
        onDelete = before;
    }

    /** The obstacle of a store that refuses, with words that are not for users. */
    public static Runnable refusing(StoreFault.Kind kind) {
        return () -> {
            throw new StoreFault(kind, "stubborn", "https://user:secret@backend/container refuses", null);
        };
    }

    @Override
    public ObjectWriter create(ObjectName name, OptionalLong expectedSize) {
        onCreate.run();
        return objects.create(name, expectedSize);
    }

    @Override
    public InputStream open(Location at) {
        return opened().open(at);
    }

    /** What is behind all obstacles to opening. */
    MemoryStore opened() {
        onOpen.run();
        return objects;
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
