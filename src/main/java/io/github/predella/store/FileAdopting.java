package io.github.predella.store;

import java.nio.file.Path;
import java.util.Optional;

/** A store that can have a local file as an object at no cost, when it is on the same file system. */
public interface FileAdopting extends ObjectStore {

    /**
     * Takes over a finished file, which nobody may be writing any more. Afterwards it is no longer at its old place.
     *
     * @param file a regular file
     * @return the object, or empty when this store cannot take the file from there; then the file is untouched and has
     *     to be copied
     * @throws StoreFault EXISTS, NOT_FOUND when the file is missing, FULL, DENIED, UNAVAILABLE; the file is then still
     *     at its old place
     */
    Optional<StoredObject> adopt(ObjectName name, Path file);

    /**
     * Makes a finished file an object by a second name for it. The file stays where it is and has its bytes in common
     * with the object: nobody may write to it any more, and either of them may be removed without harm to the other.
     *
     * @param file a regular file
     * @return the object, or empty when this store cannot have the file from there; it has to be copied then
     * @throws StoreFault as {@link #adopt}
     */
    Optional<StoredObject> share(ObjectName name, Path file);
}
