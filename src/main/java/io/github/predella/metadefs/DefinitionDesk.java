package io.github.predella.metadefs;

import java.util.List;
import java.util.Optional;

/**
 * Whole definitions in and out of the catalogue, for the operator. Nobody is asked for permissions. Each call is done
 * as a whole or not at all.
 */
public interface DefinitionDesk {

    /** What has come of one definition. */
    enum Outcome {
        MADE,
        KEPT,
        MERGED,
        REPLACED
    }

    /** Brings a definition into the catalogue. Types of resources that have to be made are marked as protected. */
    Outcome load(Definition wanted, LoadMode mode);

    /** Empties the catalogue. */
    void unload();

    /** The names of all namespaces in their order. */
    List<String> names();

    /** The namespace of that name with all that is in it. */
    Optional<Definition> find(String name);
}
