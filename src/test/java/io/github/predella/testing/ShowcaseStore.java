package io.github.predella.testing;

import io.github.predella.flow.ByteRange;
import io.github.predella.store.Location;
import io.github.predella.store.LocationAdopting;
import io.github.predella.store.ObjectName;
import io.github.predella.store.ObjectWriter;
import io.github.predella.store.RangeReading;
import io.github.predella.store.StoreFault;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.UUID;

/** A store on the heap that only reads. Its objects are put there by the test, behind the store's back. */
public final class ShowcaseStore implements RangeReading, LocationAdopting {

    private final String id;
    private final MemoryStore behind;
    private volatile Runnable onOpen = () -> {};

    public ShowcaseStore(String id) {
        this.id = id;
        this.behind = new MemoryStore(id);
    }

    /** What happens before an object is opened; it may throw. */
    public void onOpen(Runnable before) {
        onOpen = before;
    }

    /** Puts an object there. */
    public Location show(byte[] bytes) {
        var name = new ObjectName(UUID.randomUUID().toString());
        try (ObjectWriter writer = behind.create(name, OptionalLong.empty())) {
            writer.accept(bytes, 0, bytes.length);
            return writer.commit().location();
        }
    }

    @Override
    public Location adopt(String address) {
        if (!address.startsWith("memory://")) {
            throw StoreFault.unsupported(id, "take an address of this form");
        }
        Location location = Location.in(id, address);
        behind.size(location);
        return location;
    }

    @Override
    public InputStream open(Location at) {
        onOpen.run();
        return behind.open(at);
    }

    @Override
    public InputStream open(Location at, ByteRange range) {
        return behind.open(at, range);
    }

    @Override
    public OptionalLong size(Location at) {
        return behind.size(at);
    }

    @Override
    public boolean owns(Location at) {
        return behind.owns(at);
    }

    @Override
    public ObjectWriter create(ObjectName name, OptionalLong expectedSize) {
        throw StoreFault.unsupported(id, "take data");
    }

    @Override
    public void delete(Location at) {
        if (!owns(at)) {
            throw StoreFault.foreign(id, at);
        }
        throw StoreFault.unsupported(id, "remove data");
    }

    @Override
    public void discard(ObjectName name) {
        throw StoreFault.unsupported(id, "remove data");
    }

    @Override
    public void close() {
        behind.close();
    }
}
