package io.github.predella.signatures;

import io.github.predella.core.Fault;
import io.github.predella.core.IsoTime;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Every refusal about signatures in one place. */
final class SignatureFaults {

    private static final Logger LOG = System.getLogger(SignatureFaults.class.getName());

    private SignatureFaults() {}

    static Fault notBase64() {
        return refused("The signature data was not properly encoded using base64.");
    }

    static Fault unknownHash(String name, List<String> offered) {
        return refused("Invalid signature hash method: " + name + "; it must be one of " + offered + ".");
    }

    static Fault unknownKeyType(String name, List<String> offered) {
        return refused("Invalid signature key type: " + name + "; it must be one of " + offered + ".");
    }

    static Fault notAnId(String id) {
        return refused("The certificate's ID is not a UUID: " + id);
    }

    static Fault unknownCertificate(String id) {
        return refused("Certificate not found with ID: " + id);
    }

    static Fault notACertificate() {
        return refused("What is kept under the certificate's ID is not an X.509 certificate.");
    }

    static Fault longKey() {
        return refused("The certificate's public key is too long.");
    }

    static Fault otherKey(SignatureKeyType wanted) {
        return refused("Invalid public key type for signature key type: " + wanted.wireName());
    }

    static Fault notYetValid(Instant from) {
        return refused("The certificate is not valid before " + IsoTime.text(from) + ".");
    }

    static Fault expired(Instant until) {
        return refused("The certificate was valid until " + IsoTime.text(until) + ".");
    }

    static Fault untrusted() {
        return refused("The certificate is not from an authority that is trusted here.");
    }

    static Fault differs() {
        return refused("The data is not what was signed.");
    }

    static Fault unreadable(Path file, Exception reason) {
        LOG.log(Level.WARNING, "the certificate " + file + " cannot be read", reason);
        return new Fault(Fault.Kind.UNAVAILABLE, "The certificate of the signature cannot be read at the moment.");
    }

    private static Fault refused(String why) {
        return Fault.invalid("Signature verification failed: " + why);
    }
}
