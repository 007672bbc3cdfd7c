package io.github.predella.testing;

import io.github.predella.cache.CacheIndex;
import io.github.predella.cache.CacheIndexContract;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/** The index on the heap earns its place in the tests of other rooms. */
class MemoryCacheIndexTest implements CacheIndexContract {

    private final Set<String> images = new HashSet<>();
    private final MemoryCacheIndex index = new MemoryCacheIndex(images::contains);

    @Override
    public CacheIndex index() {
        return index;
    }

    @Override
    public void image(String id, String status, boolean deleted) {
        if (!deleted && Set.of("active", "deactivated").contains(status)) {
            images.add(id);
        }
    }

    @Override
    public <T> T in(Supplier<T> work) {
        return work.get();
    }
}
