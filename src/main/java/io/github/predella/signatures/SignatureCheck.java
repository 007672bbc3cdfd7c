package io.github.predella.signatures;

import io.github.predella.core.Fault;
import io.github.predella.flow.DigestAlgorithm;

/** A signature that waits for the data. */
public final class SignatureCheck {

    private final SignatureClaim claim;
    private final SigningCertificate certificate;

    SignatureCheck(SignatureClaim claim, SigningCertificate certificate) {
        this.claim = claim;
        this.certificate = certificate;
    }

    /** The digest of the data that {@link #require} will be asked about. */
    public DigestAlgorithm algorithm() {
        return claim.hash().algorithm();
    }

    /** The signer's certificate and under which id it was found, to be given to {@link Signatures#noted} later. */
    public NotedCertificate certificate() {
        return new NotedCertificate(claim.certificate(), certificate.text());
    }

    /** Throws {@link Fault} INVALID unless the signature is that of data with this digest. */
    public void require(byte[] digest) {
        if (!SignatureRule.holds(claim, certificate.key(), digest)) {
            throw SignatureFaults.differs();
        }
    }
}
