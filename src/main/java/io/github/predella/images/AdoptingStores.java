package io.github.predella.images;

import io.github.predella.core.Fault;
import io.github.predella.store.ConfiguredStore;
import io.github.predella.store.Location;
import io.github.predella.store.LocationAdopting;
import io.github.predella.store.StoreFault;
import io.github.predella.store.StoreRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The stores that take over what others have stored: which of them takes an address, and what it finds there. */
@ApplicationScoped
public class AdoptingStores {

    /** What leads into this machine, or to an account of the operator's, whatever store may know it. */
    private static final Set<String> NEVER = Set.of("file", "filesystem", "swift+config");

    private StoreRegistry stores;

    /** For the container's proxy only. */
    protected AdoptingStores() {}

    @Inject
    public AdoptingStores(StoreRegistry stores) {
        this.stores = stores;
    }

    /** Whether there is any. */
    public boolean any() {
        return !takers().isEmpty();
    }

    /**
     * The place that an address names, with the store that takes it. No store is asked anything.
     *
     * @param url as the caller gave it
     * @param metadata what the caller says about the place; may name the store, where several take such addresses
     * @throws Fault INVALID when no store takes it
     */
    public ImageLocation place(String url, Map<String, String> metadata) {
        ImageRules.checkText("location", url);
        metadata.forEach((key, value) -> {
            ImageRules.checkText("location", key);
            ImageRules.checkText("location", value);
        });
        var at = location(url);
        var fitting = takers().stream().filter(store -> store.store().owns(at)).toList();
        var chosen = fitting.stream()
                .filter(store -> store.id().equals(metadata.get("store")))
                .findFirst()
                .or(() -> fitting.stream().findFirst())
                .orElseThrow(ImageFaults::unknownAddress);
        var facts = new HashMap<>(metadata);
        facts.put("store", chosen.id());
        return new ImageLocation(null, url, facts, ImageLocation.ACTIVE);
    }

    /**
     * Asks the store of a place what is there. Not to be called within a transaction.
     *
     * @return bytes, at least 1
     * @throws Fault INVALID when there is nothing, or nobody can tell how much
     * @throws StoreFault what the store says
     */
    public long size(ImageLocation place) {
        var taker = takers().stream()
                .filter(store -> store.id().equals(place.store()))
                .findFirst()
                .orElseThrow(ImageFaults::unknownAddress);
        var at = ((LocationAdopting) taker.store()).adopt(place.url());
        long size = taker.store().size(at).orElse(0);
        if (size <= 0) {
            throw ImageFaults.noDataThere();
        }
        return size;
    }

    private List<ConfiguredStore> takers() {
        return stores.all().stream()
                .filter(store -> store.store() instanceof LocationAdopting)
                .toList();
    }

    private static Location location(String url) {
        try {
            var at = new Location(url, null, Map.of());
            if (NEVER.contains(at.scheme())) {
                throw ImageFaults.unknownAddress();
            }
            return at;
        } catch (IllegalArgumentException noAddress) {
            throw ImageFaults.unknownAddress();
        }
    }
}
