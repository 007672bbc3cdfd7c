package io.github.predella.store;

import java.util.Map;
import java.util.Set;

/** Makes stores of one type. The type is the driver; how often it is configured, and under which ids, is not its business. */
public interface ObjectStoreProvider {

    /** The name of the type in the configuration, for example {@code file}. */
    String type();

    /** One line about the type for operators. */
    String summary();

    /** The schemes of the addresses that stores of this type have, in lower case. */
    Set<String> schemes();

    /** Whether stores of this type can take new objects. */
    boolean writable();

    /**
     * Makes a store ready for use.
     *
     * @param id the configured id
     * @param options the options of the store's section of the configuration, by their names there
     * @throws IllegalArgumentException with a sentence for the operator when the options are wrong
     * @throws StoreFault when the store cannot be used as configured
     */
    ObjectStore create(String id, Map<String, String> options);
}
