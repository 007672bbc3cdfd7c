package io.github.predella.imports;

import io.github.predella.config.Secret;

/**
 * What comes with a request to import besides its body.
 *
 * @param store the store that is named there, null or empty when none is
 * @param token of the caller, null when the request is not made by one who has it at hand
 */
public record ImportHeaders(String store, Secret token) {

    /** Nothing but the body. */
    public static final ImportHeaders NONE = new ImportHeaders(null, null);
}
