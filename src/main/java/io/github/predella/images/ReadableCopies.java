package io.github.predella.images;

import io.github.predella.store.ConfiguredStore;
import io.github.predella.store.StoreRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which copies of an image can be read, and in which order readers try them. Asks no store. */
@ApplicationScoped
public class ReadableCopies {

    private StoreRegistry stores;

    /** For the container's proxy only. */
    protected ReadableCopies() {}

    @Inject
    public ReadableCopies(StoreRegistry stores) {
        this.stores = stores;
    }

    /**
     * The readable copies of an image, those in stores of higher weight first. A copy whose row names no configured
     * store names the one that recognises its address, if there is one.
     */
    public List<ImageLocation> of(Image image) {
        return image.readable().stream()
                .map(this::withStore)
                .sorted(Comparator.comparing(this::weight, Comparator.reverseOrder()))
                .toList();
    }

    /** Ids of the stores that have a readable copy, also of those that only recognise its address. */
    public Set<String> holders(Image image) {
        return of(image).stream()
                .map(ImageLocation::store)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private ImageLocation withStore(ImageLocation location) {
        var holder = holder(location).map(ConfiguredStore::id);
        if (holder.isEmpty() || holder.get().equals(location.store())) {
            return location;
        }
        var metadata = new HashMap<>(location.metadata());
        metadata.put("store", holder.get());
        return new ImageLocation(location.row(), location.url(), metadata, location.status());
    }

    private Optional<ConfiguredStore> holder(ImageLocation location) {
        try {
            return stores.holding(location.address());
        } catch (IllegalArgumentException noAddress) {
            // A row that is no address of an object must not make its image unreadable.
            return Optional.empty();
        }
    }

    private long weight(ImageLocation location) {
        return stores.byId(location.store()).map(store -> (long) store.weight()).orElse(Long.MIN_VALUE);
    }
}
