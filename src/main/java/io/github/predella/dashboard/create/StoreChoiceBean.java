package io.github.predella.dashboard.create;

import io.github.predella.store.ConfiguredStore;
import io.github.predella.store.StoreRegistry;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The stores that data can go to. */
@Named("storeChoice")
@RequestScoped
public class StoreChoiceBean {

    private StoreRegistry stores;
    private NewImageForm form;

    /** For the container's proxy only. */
    protected StoreChoiceBean() {}

    @Inject
    public StoreChoiceBean(StoreRegistry stores, NewImageForm form) {
        this.stores = stores;
        this.form = form;
    }

    /** Whether there is anything to choose. */
    public boolean isOpen() {
        return stores.multiStore() && getAll().size() > 1;
    }

    /** Those that take data. */
    public List<ConfiguredStore> getAll() {
        return stores.all().stream().filter(ConfiguredStore::writable).toList();
    }

    /** Whether one is ticked; at first the one that takes data when nobody chooses. */
    public boolean ticked(ConfiguredStore store) {
        return form.isSent() ? form.getStores().contains(store.id()) : store.isDefault();
    }
}
