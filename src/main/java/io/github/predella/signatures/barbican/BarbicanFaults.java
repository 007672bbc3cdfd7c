package io.github.predella.signatures.barbican;

import io.github.predella.core.Fault;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** The refusals of this room. Callers are told little, the log is told why. */
final class BarbicanFaults {

    private static final Logger LOG = System.getLogger(BarbicanFaults.class.getName());

    private BarbicanFaults() {}

    /** @param reason for the log, without secrets */
    static Fault unavailable(String reason) {
        LOG.log(Level.WARNING, "Barbican cannot be asked: {0}", reason);
        return new Fault(Fault.Kind.UNAVAILABLE, "The key manager is not available at the moment.");
    }

    static Fault noToken() {
        return Fault.invalid(
                "Signature verification failed: The certificate can only be fetched with the caller's token. Please ask"
                        + " for the import by the API.");
    }
}
