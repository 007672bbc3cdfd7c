package io.github.predella.imports;

import io.github.predella.config.Secret;
import io.github.predella.signatures.NotedCertificate;

/**
 * What comes with a request to import besides its body.
 *
 * @param store the store that is named there, null or empty when none is
 * @param token of the caller, null when the request is not made by one who has it at hand
 * @param certificate of who signed the image, null when it is not signed or was not looked for
 */
public record ImportHeaders(String store, Secret token, NotedCertificate certificate) {

    /** Nothing but the body. */
    public static final ImportHeaders NONE = new ImportHeaders(null, null, null);
}
