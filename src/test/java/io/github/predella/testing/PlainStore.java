package io.github.predella.testing;

import io.github.predella.store.Location;
import io.github.predella.store.ObjectName;
import io.github.predella.store.ObjectStore;
import io.github.predella.store.ObjectStoreProvider;
import io.github.predella.store.ObjectWriter;
import io.github.predella.store.StoreFault;
import io.github.predella.store.StoreRegistry;
import io.github.predella.store.StoreSettings;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** A store on the heap that can do what every store can and nothing more, and that can be told to refuse. */
public final class PlainStore implements ObjectStore {

    private final String id;
    private final MemoryStore memory;
    private StoreFault.Kind refusal;

    public PlainStore(String id) {
        this.id = id;
        this.memory = new MemoryStore(id);
    }

    /** All of them as the service sees its stores; the first one takes data when nobody chooses. */
    public static StoreRegistry registry(PlainStore... stores) {
        var entries = new ArrayList<StoreSettings.Entry>();
        for (PlainStore store : stores) {
            entries.add(new StoreSettings.Entry(store.id, "plain", Map.of()));
        }
        return StoreRegistry.open(
                new StoreSettings(true, stores[0].id, entries), List.of(new Provider(List.of(stores))));
    }

    private record Provider(List<PlainStore> stores) implements ObjectStoreProvider {

        @Override
        public String type() {
            return "plain";
        }

        @Override
        public String summary() {
            return "stores on the heap without special gifts";
        }

        @Override
        public Set<String> schemes() {
            return Set.of("memory");
        }

        @Override
        public boolean writable() {
            return true;
        }

        @Override
        public ObjectStore create(String id, Map<String, String> options) {
            return stores.stream()
                    .filter(store -> store.id.equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** From now on takes no data, for that reason. */
    public void refuse(StoreFault.Kind kind) {
        refusal = kind;
    }

    /** How many objects there are. */
    public int count() {
        return memory.count();
    }

    @Override
    public ObjectWriter create(ObjectName name, OptionalLong expectedSize) {
        if (refusal != null) {
            throw new StoreFault(refusal, id, "https://user:secret@backend/container refuses", null);
        }
        return memory.create(name, expectedSize);
    }

    @Override
    public InputStream open(Location at) {
        return memory.open(at);
    }

    @Override
    public OptionalLong size(Location at) {
        return memory.size(at);
    }

    @Override
    public void delete(Location at) {
        memory.delete(at);
    }

    @Override
    public void discard(ObjectName name) {
        memory.discard(name);
    }

    @Override
    public boolean owns(Location at) {
        return memory.owns(at);
    }

    @Override
    public void close() {
        memory.close();
    }
}
