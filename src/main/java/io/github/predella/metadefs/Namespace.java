package io.github.predella.metadefs;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A namespace of the catalogue without what is in it.
 *
 * @param id number of its row; 0 for one that is not stored
 * @param name unique among all namespaces
 * @param displayName name for people, or null
 * @param description or null
 * @param visibility null for one that only administrators and its owner see, as of a file that does not say
 * @param isProtected whether it and what is in it are kept from being deleted
 * @param owner id of a project, empty for nobody's
 * @param createdAt null when it is not stored
 * @param updatedAt null when it was never changed
 */
public record Namespace(
        int id,
        String name,
        String displayName,
        String description,
        Visibility visibility,
        boolean isProtected,
        String owner,
        Instant createdAt,
        Instant updatedAt) {

    /** Who sees a namespace. */
    public enum Visibility {
        PUBLIC,
        PRIVATE;

        /** The name in bodies and rows. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The one of that name; empty for any other text and for null. */
        public static Optional<Visibility> of(String wireName) {
            return Arrays.stream(values())
                    .filter(one -> one.wireName().equals(wireName))
                    .findFirst();
        }
    }

    /** One that is to be stored. */
    public static Namespace wanted(
            String name,
            String displayName,
            String description,
            Visibility visibility,
            boolean isProtected,
            String owner) {
        return new Namespace(0, name, displayName, description, visibility, isProtected, owner, null, null);
    }

    /**
     * Returns when it may be deleted, and what is in it.
     *
     * @throws io.github.predella.core.Fault FORBIDDEN when it is protected
     */
    void requireUnprotected() {
        if (isProtected) {
            throw MetadefFaults.protectedNamespace(name);
        }
    }

    /** The same with another owner. */
    Namespace ownedBy(String other) {
        return new Namespace(id, name, displayName, description, visibility, isProtected, other, createdAt, updatedAt);
    }

    /** The same as it is once it is stored. */
    public Namespace stored(int number, Instant created, Instant updated) {
        return new Namespace(number, name, displayName, description, visibility, isProtected, owner, created, updated);
    }
}
