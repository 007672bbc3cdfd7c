package io.github.predella.store;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All configured stores. Immutable once opened; safe for use by many threads. */
public final class StoreRegistry implements Closeable {

    private final boolean multiStore;
    private final List<ConfiguredStore> stores;

    private StoreRegistry(boolean multiStore, List<ConfiguredStore> stores) {
        this.multiStore = multiStore;
        this.stores = List.copyOf(stores);
    }

    /**
     * Opens every configured store. The default one has to work; in the single-store form, whose list of types has
     * members that few deployments use, other types that this service lacks are left out.
     *
     * @throws IllegalArgumentException with a sentence for the operator when a type is unknown, an option is wrong or
     *     the default store does not take data
     * @throws StoreFault when a store cannot be used as configured; those already opened are closed again
     */
    public static StoreRegistry open(StoreSettings settings, Collection<? extends ObjectStoreProvider> providers) {
        var byType = providers.stream().collect(Collectors.toMap(ObjectStoreProvider::type, Function.identity()));
        var opened = new ArrayList<ConfiguredStore>();
        try {
            for (StoreSettings.Entry entry : settings.stores()) {
                boolean isDefault = entry.id().equals(settings.defaultStore());
                ObjectStoreProvider provider = byType.get(entry.type());
                if (provider != null) {
                    opened.add(open(entry, provider, isDefault));
                } else if (settings.multiStore() || isDefault) {
                    throw new IllegalArgumentException("store " + entry.id() + " has the unknown type " + entry.type()
                            + "; known are "
                            + byType.keySet().stream().sorted().toList());
                }
            }
        } catch (IllegalArgumentException | StoreFault failure) {
            opened.forEach(one -> one.store().close());
            throw failure;
        }
        return new StoreRegistry(settings.multiStore(), opened);
    }

    /** Whether clients may see and choose stores; when not, there may still be several to read from. */
    public boolean multiStore() {
        return multiStore;
    }

    /** All stores in the order of the configuration. */
    public List<ConfiguredStore> all() {
        return stores;
    }

    /** The store of that id. */
    public Optional<ConfiguredStore> byId(String id) {
        return stores.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The store that takes data when nobody chooses. */
    public ConfiguredStore standard() {
        return stores.stream().filter(ConfiguredStore::isDefault).findFirst().orElseThrow();
    }

    /**
     * The store that a location belongs to: the recorded one if it is still configured, otherwise the first one that
     * recognises the address as its own. In the single-store form, where nothing is recorded, it is otherwise the one
     * store of that type: the address may be of a time with other settings. Empty when there is none.
     */
    public Optional<ConfiguredStore> holding(Location at) {
        return byId(at.store())
                .or(() -> stores.stream().filter(one -> one.store().owns(at)).findFirst())
                .or(() -> multiStore ? Optional.empty() : byId(StoreSettings.familyOf(at.scheme())));
    }

    @Override
    public void close() {
        stores.forEach(one -> one.store().close());
    }

    private static ConfiguredStore open(StoreSettings.Entry entry, ObjectStoreProvider provider, boolean isDefault) {
        if (isDefault && !provider.writable()) {
            throw new IllegalArgumentException(
                    "the default store must take data, which " + entry.id() + " of type " + entry.type() + " does not");
        }
        return new ConfiguredStore(
                entry.id(),
                entry.type(),
                entry.description(),
                entry.weight(),
                provider.writable(),
                isDefault,
                MeasuredStore.of(entry.id(), provider.create(entry.id(), entry.options())));
    }
}
