package io.github.predella.store.file;

import io.github.predella.store.ObjectStoreProvider;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;

/** Makes file stores. */
public final class FileStoreProvider implements ObjectStoreProvider {

    private final Executor executor;

    /** @param executor for short tasks that wait for a device; few threads are enough, and it may reject */
    public FileStoreProvider(Executor executor) {
        this.executor = Objects.requireNonNull(executor);
    }

    @Override
    public String type() {
        return "file";
    }

    @Override
    public String summary() {
        return "files in local or mounted directories";
    }

    @Override
    public Set<String> schemes() {
        return Set.of("file", "filesystem");
    }

    @Override
    public boolean writable() {
        return true;
    }

    @Override
    public FileStore create(String id, Map<String, String> options) {
        return new FileStore(id, FileStoreSettings.of(options), executor);
    }
}
