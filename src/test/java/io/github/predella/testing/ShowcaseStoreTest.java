package io.github.predella.testing;

import io.github.predella.store.Location;
import io.github.predella.store.ObjectStore;
import io.github.predella.store.ReadOnlyStoreContract;

class ShowcaseStoreTest implements ReadOnlyStoreContract {

    private final ShowcaseStore store = new ShowcaseStore("under-test");

    @Override
    public ObjectStore store() {
        return store;
    }

    @Override
    public Location foreign() {
        return Location.in("under-test", "memory://elsewhere/object");
    }

    @Override
    public Location given(byte[] bytes) {
        return store.show(bytes);
    }

    @Override
    public Location missing() {
        return Location.in("under-test", "memory://under-test/nothing");
    }
}
