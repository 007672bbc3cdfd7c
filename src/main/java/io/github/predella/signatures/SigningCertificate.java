package io.github.predella.signatures;

import io.github.predella.core.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.Provider;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * A signer's certificate.
 *
 * @param x509 as the provider has it that knows all curves, which the Java runtime's own does not
 * @param key the signer's public key
 */
record SigningCertificate(X509Certificate x509, SubjectPublicKeyInfo key) {

    /** A certificate has at most so many bytes. */
    static final int MOST_BYTES = 64 * 1024;

    /** Longer keys than this, which no tool makes by itself, keep a processor busy for long. */
    private static final int MOST_KEY_BYTES = 4096;

    /** For this room alone: where it is registered, it would serve TLS and everybody else, too. */
    static final Provider PROVIDER = new BouncyCastleProvider();

    /**
     * Reads a certificate.
     *
     * @param encoded PEM or DER
     * @throws Fault INVALID when it is something else
     */
    static SigningCertificate of(byte[] encoded) {
        try {
            var x509 = (X509Certificate) CertificateFactory.getInstance("X.509", PROVIDER)
                    .generateCertificate(new ByteArrayInputStream(encoded));
            if (x509 == null) {
                throw SignatureFaults.notACertificate();
            }
            var key = Certificate.getInstance(x509.getEncoded()).getSubjectPublicKeyInfo();
            if (key.getEncoded().length > MOST_KEY_BYTES) {
                throw SignatureFaults.longKey();
            }
            return new SigningCertificate(x509, key);
        } catch (CertificateException | IOException | IllegalArgumentException garbled) {
            throw SignatureFaults.notACertificate();
        }
    }

    /** Throws {@link Fault} INVALID when the certificate does not count at that time. */
    void requireValid(Instant now) {
        var from = x509.getNotBefore().toInstant();
        if (now.isBefore(from)) {
            throw SignatureFaults.notYetValid(from);
        }
        var until = x509.getNotAfter().toInstant();
        if (now.isAfter(until)) {
            throw SignatureFaults.expired(until);
        }
    }

    /** The DER form as text. */
    String text() {
        try {
            return Base64.getEncoder().encodeToString(x509.getEncoded());
        } catch (CertificateException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
