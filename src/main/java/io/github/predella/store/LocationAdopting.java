package io.github.predella.store;

/** A store that may read objects it has not written, so that their addresses can be registered from outside. */
public interface LocationAdopting extends ObjectStore {

    /**
     * Checks a foreign address and makes it a location of this store. Nothing is copied.
     *
     * @param address the address as the caller gave it
     * @throws StoreFault UNSUPPORTED when the address has none of this store's forms, DENIED when the operator does not
     *     want it, NOT_FOUND, UNAVAILABLE
     */
    Location adopt(String address);
}
