package io.github.predella.testing;

import io.github.predella.store.Location;
import io.github.predella.store.ObjectStore;
import io.github.predella.store.ObjectStoreContract;

class MemoryStoreTest implements ObjectStoreContract {

    private final MemoryStore store = new MemoryStore("under-test");

    @Override
    public ObjectStore store() {
        return store;
    }

    @Override
    public Location foreign() {
        return Location.in("under-test", "memory://elsewhere/object");
    }
}
