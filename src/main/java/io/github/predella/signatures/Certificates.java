package io.github.predella.signatures;

import io.github.predella.config.Secret;
import java.util.Optional;

/** A place where certificates are kept. An application-scoped bean each; safe for any thread. */
public interface Certificates {

    /**
     * A certificate in PEM or DER; empty when it is not there, or not for this caller. It may ask another server, so no
     * transaction is open.
     *
     * @param id a UUID in lower case
     * @param token the caller's; null when nobody has it at hand
     * @throws io.github.predella.core.Fault UNAVAILABLE when the place cannot be asked, INVALID when it wants a token
     */
    Optional<byte[]> find(String id, Secret token);

    /** Which place it is, for the operator; empty when he has not configured it. */
    default Optional<String> described() {
        return Optional.empty();
    }
}
