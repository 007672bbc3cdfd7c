package io.github.predella.testing;

import io.github.predella.store.ObjectName;
import io.github.predella.store.ObjectStore;
import io.github.predella.store.ObjectStoreProvider;
import io.github.predella.store.StoreRegistry;
import io.github.predella.store.StoreSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Stores of the type {@code memory} that a test can get at, the first of them read first. */
public final class StubbornStores implements ObjectStoreProvider {

    private final Map<String, StubbornStore> stores = new ConcurrentHashMap<>();
    private final Function<String, StubbornStore> make;
    private final StoreRegistry registry;

    /** Stores that read a stretch of an object if asked to. */
    public StubbornStores(String... ids) {
        this(StubbornStore.Ranged::new, true, ids);
    }

    private StubbornStores(Function<String, StubbornStore> make, boolean multiStore, String... ids) {
        this.make = make;
        var entries = new ArrayList<StoreSettings.Entry>();
        for (String id : ids) {
            entries.add(new StoreSettings.Entry(
                    id, "memory", Map.of("weight", String.valueOf(ids.length - entries.size()))));
        }
        registry = StoreRegistry.open(new StoreSettings(multiStore, ids[0], entries), List.of(this));
    }

    /** Stores that can do what every store can and nothing more. */
    public static StubbornStores plain(String... ids) {
        return new StubbornStores(StubbornStore::new, true, ids);
    }

    /** One store, of which callers know nothing. */
    public static StubbornStores single(String id) {
        return new StubbornStores(StubbornStore::new, false, id);
    }

    public StoreRegistry registry() {
        return registry;
    }

    /** The store of that id. */
    public StubbornStore get(String id) {
        return stores.get(id);
    }

    /** Puts data of that name into a store and returns its address. */
    public String put(String id, String name, byte[] data) {
        try (var writer = get(id).create(new ObjectName(name), OptionalLong.empty())) {
            writer.accept(data, 0, data.length);
            return writer.commit().location().address();
        }
    }

    @Override
    public String type() {
        return "memory";
    }

    @Override
    public String summary() {
        return "keeps objects in memory";
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
        return stores.computeIfAbsent(id, make);
    }
}
