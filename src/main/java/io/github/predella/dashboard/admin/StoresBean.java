package io.github.predella.dashboard.admin;

import io.github.predella.store.ConfiguredStore;
import io.github.predella.store.StoreRegistry;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The page of stores. */
@Named("stores")
@RequestScoped
public class StoresBean {

    private StoreRegistry stores;

    /** For the container's proxy only. */
    protected StoresBean() {}

    @Inject
    public StoresBean(StoreRegistry stores) {
        this.stores = stores;
    }

    /** The stores in the order of the configuration. */
    public List<ConfiguredStore> getAll() {
        return stores.all();
    }

    /** How a store is set up, by key; secrets are not among it. */
    public List<Map.Entry<String, Object>> properties(ConfiguredStore store) {
        return List.copyOf(new TreeMap<>(store.store().properties()).entrySet());
    }
}
