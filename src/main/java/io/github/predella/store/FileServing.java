package io.github.predella.store;

import java.nio.file.Path;

/**
 * A store whose objects are local files, so that a download may go from the page cache to the socket without passing
 * through the heap.
 */
public interface FileServing extends ObjectStore {

    /**
     * An object as a file.
     *
     * @param path its real path, without symbolic links; to be read only
     * @param size number of bytes
     */
    record ServedFile(Path path, long size) {}

    /**
     * The file of an object.
     *
     * @throws StoreFault as for {@link ObjectStore#open(Location)}
     */
    ServedFile file(Location at);
}
