package io.github.predella.store.file;

import io.github.predella.store.StoreFault;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** What the file system says, in the words of a store. */
final class FileFaults {

    private final String store;

    FileFaults(String store) {
        this.store = store;
    }

    StoreFault of(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return new StoreFault(StoreFault.Kind.NOT_FOUND, store, "no such file", failure);
        }
        if (failure instanceof AccessDeniedException) {
            return StoreFault.denied(store, "no permission", failure);
        }
        String text = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        // Java has no types for these; the texts are the C library's.
        if (text.contains("no space left") || text.contains("quota exceeded") || text.contains("file too large")) {
            return StoreFault.full(store, failure);
        }
        if (text.contains("read-only file system")
                || text.contains("permission denied")
                || text.contains("operation not permitted")) {
            return StoreFault.denied(store, "no permission", failure);
        }
        return StoreFault.unavailable(store, "the file system failed", failure);
    }
}
