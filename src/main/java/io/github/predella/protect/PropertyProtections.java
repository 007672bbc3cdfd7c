package io.github.predella.protect;

import io.github.predella.core.Caller;

/** Decides about custom properties of images by their names. Implementations are safe for any thread. */
public interface PropertyProtections {

    /** What somebody wants to do with a property. */
    enum Operation {
        CREATE,
        READ,
        UPDATE,
        DELETE
    }

    /**
     * Whether the caller may do this with properties of that name. Only the caller's own roles count, never those of an
     * accompanying service token. Who may not read a property may not update or delete it either.
     *
     * @param property a name as clients write it, of any length
     */
    boolean allows(Caller caller, Operation operation, String property);

    /** Without a file of the operator everything is allowed. */
    static PropertyProtections none() {
        return (caller, operation, property) -> true;
    }
}
