package io.github.predella.imports;

import io.github.predella.core.Fault;
import io.github.predella.images.Image;
import io.github.predella.images.ImageLocation;
import io.github.predella.images.ReadableCopies;
import io.github.predella.store.ConfiguredStore;
import io.github.predella.store.StoreRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which stores the data of an import goes to (images-api, "POST /images/{id}/import"). */
@ApplicationScoped
public class StoreChoice {

    private StoreRegistry stores;
    private ReadableCopies copies;

    /** For the container's proxy only. */
    protected StoreChoice() {}

    @Inject
    public StoreChoice(StoreRegistry stores, ReadableCopies copies) {
        this.stores = stores;
        this.copies = copies;
    }

    /**
     * The chosen stores, in the order of the request.
     *
     * @param header the store that a header of the request names, null or empty when none does
     * @param image which gets further copies when it has data already
     * @return empty when the image is in all of the stores already
     * @throws Fault INVALID for a choice made twice, of one store of one, or of a store that has the image; CONFLICT for
     *     unknown stores, or where a former copy is still being removed
     */
    List<String> of(ImportRequest request, String header, Image image) {
        boolean named = header != null && !header.isEmpty();
        boolean listed = !request.stores().isEmpty();
        // A client of the stock kit names its one store in both ways.
        boolean twice = named && listed && !request.stores().equals(List.of(header));
        if (twice || (request.allStores() && (named || listed))) {
            throw ImportFaults.twoChoices();
        }
        if (!stores.multiStore() && !request.allMustSucceed()) {
            throw ImportFaults.onlyOneStore();
        }
        var holding = copies.holders(image);
        boolean all = request.allStores() && stores.multiStore();
        var chosen = all ? allBut(holding) : known(byName(request, header), holding);
        requireFree(chosen, image);
        return chosen;
    }

    /** A single store has no name that callers could use. */
    private List<String> byName(ImportRequest request, String header) {
        if (stores.multiStore() && !request.stores().isEmpty()) {
            return request.stores();
        }
        boolean named = stores.multiStore() && header != null && !header.isEmpty();
        return List.of(named ? header : stores.standard().id());
    }

    private List<String> allBut(Set<String> holding) {
        return stores.all().stream()
                .filter(ConfiguredStore::writable)
                .map(ConfiguredStore::id)
                .filter(id -> !holding.contains(id))
                .toList();
    }

    private List<String> known(List<String> ids, Set<String> holding) {
        var unknown = ids.stream()
                .filter(id -> stores.byId(id).filter(ConfiguredStore::writable).isEmpty())
                .toList();
        if (!unknown.isEmpty()) {
            throw ImportFaults.unknownStores(unknown);
        }
        ids.stream().filter(holding::contains).findFirst().ifPresent(id -> {
            throw ImportFaults.copiedAlready(id);
        });
        return List.copyOf(new LinkedHashSet<>(ids));
    }

    /** New data must not come to a place from which former data is still to be removed. */
    private static void requireFree(List<String> chosen, Image image) {
        image.locations().stream()
                .filter(location -> !location.isReadable())
                .map(ImageLocation::store)
                .filter(store -> store != null && chosen.contains(store))
                .findFirst()
                .ifPresent(store -> {
                    throw ImportFaults.beingRemoved(store);
                });
    }
}
