package io.github.predella.signatures;

import io.github.predella.config.Settings;
import io.github.predella.core.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

/**
 * By whom signers must be certified, if the operator says so. Every certificate of his file counts as an authority of
 * its own as long as it is valid, so the file names the whole chain.
 */
@ApplicationScoped
public class CertificateTrust {

    private static final int SIGNS_CERTIFICATES = 5;

    private List<X509Certificate> trusted;

    /** For the container's proxy only. */
    protected CertificateTrust() {}

    /** @throws IllegalArgumentException with a sentence for the operator when the file is of no use */
    @Inject
    public CertificateTrust(SignatureSettings settings, Settings files) {
        this(settings.trusted() == null ? null : files.directory().resolve(settings.trusted()));
    }

    /** @param file null when everybody is believed */
    CertificateTrust(Path file) {
        trusted = file == null ? null : read(file);
    }

    private static List<X509Certificate> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            var all = CertificateFactory.getInstance("X.509", SigningCertificate.PROVIDER)
                    .generateCertificates(in);
            if (all.isEmpty()) {
                throw new IllegalArgumentException("[predella] trusted_certificates has no certificate: " + file);
            }
            return all.stream().map(X509Certificate.class::cast).toList();
        } catch (IOException | CertificateException unusable) {
            throw new IllegalArgumentException("[predella] trusted_certificates cannot be used: " + file, unusable);
        }
    }

    /** Whose certificates count, for the operator. */
    String described() {
        return trusted == null
                ? "anybody with a certificate"
                : "who is certified by one of " + trusted.size() + " authorities";
    }

    /** Throws {@link Fault} INVALID when the certificate does not come from a trusted authority, or is not one itself. */
    void require(SigningCertificate certificate, Instant now) {
        if (trusted == null || trusted.contains(certificate.x509())) {
            return;
        }
        var anchors = trusted.stream()
                .filter(one -> mayCertify(one, now))
                .map(one -> new TrustAnchor(one, null))
                .collect(Collectors.toSet());
        try {
            var path = CertificateFactory.getInstance("X.509", SigningCertificate.PROVIDER)
                    .generateCertPath(List.of(certificate.x509()));
            var parameters = new PKIXParameters(anchors);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(now));
            CertPathValidator.getInstance("PKIX", SigningCertificate.PROVIDER).validate(path, parameters);
        } catch (GeneralSecurityException notCertified) {
            throw SignatureFaults.untrusted();
        }
    }

    private static boolean mayCertify(X509Certificate one, Instant now) {
        boolean authority =
                one.getBasicConstraints() >= 0 && (one.getKeyUsage() == null || one.getKeyUsage()[SIGNS_CERTIFICATES]);
        return authority
                && !now.isBefore(one.getNotBefore().toInstant())
                && !now.isAfter(one.getNotAfter().toInstant());
    }
}
