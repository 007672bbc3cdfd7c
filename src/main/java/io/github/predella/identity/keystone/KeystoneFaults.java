package io.github.predella.identity.keystone;

import io.github.predella.core.Fault;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** The refusals of this room. Callers are told little, the log is told why. */
final class KeystoneFaults {

    private static final Logger LOG = System.getLogger(KeystoneFaults.class.getName());

    private KeystoneFaults() {}

    /**
     * Keystone does not answer as it should.
     *
     * @param reason for the log, without secrets
     */
    static Fault unavailable(String reason) {
        LOG.log(Level.WARNING, "Keystone cannot be asked: {0}", reason);
        return new Fault(Fault.Kind.UNAVAILABLE, "The identity service is not available at the moment.");
    }

    /** It has to be decided by limits that cannot be read. */
    static Fault noLimits(String reason) {
        LOG.log(Level.WARNING, "Limits cannot be read from Keystone: {0}", reason);
        return new Fault(Fault.Kind.UNAVAILABLE, "Limits cannot be read at the moment.");
    }
}
