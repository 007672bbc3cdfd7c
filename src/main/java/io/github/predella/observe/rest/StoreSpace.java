package io.github.predella.observe.rest;

import io.github.predella.observe.Figures;
import io.github.predella.store.ConfiguredStore;
import io.github.predella.store.SpaceTelling;
import io.github.predella.store.SpaceTelling.Space;
import io.github.predella.store.StoreFault;
import io.github.predella.store.StoreRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The room on the devices of stores, looked up when somebody reads it. A device that does not answer is left out. */
final class StoreSpace {

    private final Supplier<StoreRegistry> stores;

    /** @param stores asked only when the service is ready */
    StoreSpace(Supplier<StoreRegistry> stores) {
        this.stores = stores;
    }

    void begin() {
        Figures.read(
                "predella_store_free_bytes",
                "Bytes that may still be written to the devices of a file store.",
                "store",
                () -> read(space -> (double) space.free()));
        Figures.read(
                "predella_store_size_bytes",
                "Bytes that there are on the devices of a file store.",
                "store",
                () -> read(space -> (double) space.total()));
    }

    private Map<String, Double> read(Function<Space, Double> side) {
        if (!Figures.isReady()) {
            return Map.of();
        }
        return stores.get().all().stream()
                .filter(store -> store.store() instanceof SpaceTelling)
                .flatMap(store -> spaceOf(store).map(space -> Map.entry(store.id(), side.apply(space))).stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Optional<Space> spaceOf(ConfiguredStore store) {
        try {
            return Optional.of(((SpaceTelling) store.store()).space());
        } catch (StoreFault silent) {
            return Optional.empty();
        }
    }
}
