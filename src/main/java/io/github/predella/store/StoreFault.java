package io.github.predella.store;

import io.github.predella.core.Fault;

/**
 * What a store throws when it cannot do what it was asked. The message is for the log: it names the store and may name
 * a path, never a credential. What a client gets to read is {@link #toFault}.
 */
public final class StoreFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why; closed, so that everybody who translates has to decide about a new one. */
    public enum Kind {
        /** There is no such object. */
        NOT_FOUND,
        /** There is already an object of that name. */
        EXISTS,
        /** No space or no quota is left. */
        FULL,
        /** The store does not let us. */
        DENIED,
        /** Something else in the store depends on the object, which therefore cannot be removed. */
        IN_USE,
        /** The store has no such verb. */
        UNSUPPORTED,
        /** The bytes are not what was announced, or the range lies outside of the object. */
        INVALID,
        /** The store does not answer, or answers with a failure. */
        UNAVAILABLE
    }

    private final Kind kind;
    private final String store;

    /**
     * @param store id of the store
     * @param message for the log
     * @param cause what the store's own machinery said, or null
     */
    public StoreFault(Kind kind, String store, String message, Throwable cause) {
        super("store " + store + ": " + message, cause);
        this.kind = kind;
        this.store = store;
    }

    public static StoreFault notFound(String store, String what) {
        return new StoreFault(Kind.NOT_FOUND, store, "no object " + what, null);
    }

    public static StoreFault exists(String store, ObjectName name) {
        return new StoreFault(Kind.EXISTS, store, "there is already an object " + name, null);
    }

    public static StoreFault full(String store, Throwable cause) {
        return new StoreFault(Kind.FULL, store, "no space is left", cause);
    }

    public static StoreFault denied(String store, String message, Throwable cause) {
        return new StoreFault(Kind.DENIED, store, message, cause);
    }

    /** A location that is none of the store's own: nothing in it may be touched. */
    public static StoreFault foreign(String store, Location at) {
        return denied(store, "the location is not in this store: " + at, null);
    }

    public static StoreFault unsupported(String store, String verb) {
        return new StoreFault(Kind.UNSUPPORTED, store, "cannot " + verb, null);
    }

    public static StoreFault sizeDiffers(String store, long announced, long actual) {
        return new StoreFault(
                Kind.INVALID, store, "announced were " + announced + " bytes, written were " + actual, null);
    }

    public static StoreFault unavailable(String store, String message, Throwable cause) {
        return new StoreFault(Kind.UNAVAILABLE, store, message, cause);
    }

    public Kind kind() {
        return kind;
    }

    /** Id of the store that failed. */
    public String store() {
        return store;
    }

    /**
     * The same as a refusal for the client, without anything that only the operator should see. A denial is the
     * operator's to mend, so for the client the store is not available.
     */
    public Fault toFault() {
        return switch (kind) {
            case NOT_FOUND -> Fault.notFound("The image data could not be found.");
            case EXISTS -> Fault.conflict("There is already image data for this image.");
            case FULL -> Fault.tooLarge("There is not enough space in the image store.");
            case INVALID -> Fault.invalid("The size of the data differs from what the request stated.");
            case UNSUPPORTED -> Fault.invalid("The image store does not support this operation.");
            case DENIED -> new Fault(Fault.Kind.UNAVAILABLE, "The image store does not permit this operation.");
            case IN_USE -> Fault.conflict("The image data is in use in the image store.");
            case UNAVAILABLE -> new Fault(Fault.Kind.UNAVAILABLE, "The image store is not available.");
        };
    }
}
