package io.github.predella.signatures;

import io.github.predella.config.Secret;
import io.github.predella.core.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What must be true of the data of signed images. Safe for any thread. */
@ApplicationScoped
public class Signatures {

    private List<Certificates> places;
    private CertificateTrust trust;
    private Clock clock;

    /** For the container's proxy only. */
    protected Signatures() {}

    @Inject
    public Signatures(@Any Instance<Certificates> places, CertificateTrust trust, Clock clock) {
        this(places.stream(), trust, clock);
    }

    Signatures(Stream<? extends Certificates> places, CertificateTrust trust, Clock clock) {
        this.places = List.copyOf(places.toList());
        this.trust = trust;
        this.clock = clock;
    }

    /** Where certificates are looked for and whose count, for the operator. */
    public String described() {
        var known = places.stream().flatMap(place -> place.described().stream()).toList();
        return "by " + trust.described() + ", found in " + known;
    }

    /**
     * The signature that data must have; empty for an image that is not signed. It may ask other servers, so no
     * transaction is open.
     *
     * @param properties of the image
     * @param token of the caller, with which the certificate is fetched; null when nobody has it at hand
     * @throws Fault INVALID when the properties are wrong or the certificate does not count, UNAVAILABLE when it cannot be
     *     had at the moment
     */
    public Optional<SignatureCheck> expected(Map<String, String> properties, Secret token) {
        return SignatureClaim.of(properties).map(claim -> check(claim, fetched(claim.certificate(), token)));
    }

    /**
     * As {@link #expected}, with a certificate that was found before.
     *
     * @param noted counts when it has the id that is wanted now; null for none
     */
    public Optional<SignatureCheck> noted(Map<String, String> properties, NotedCertificate noted) {
        return SignatureClaim.of(properties).map(claim -> {
            boolean usable = noted != null && noted.id().equals(claim.certificate());
            return check(
                    claim, usable ? Base64.getDecoder().decode(noted.base64()) : fetched(claim.certificate(), null));
        });
    }

    private SignatureCheck check(SignatureClaim claim, byte[] encoded) {
        var certificate = SigningCertificate.of(encoded);
        if (!claim.keyType().isOf(certificate.key())) {
            throw SignatureFaults.otherKey(claim.keyType());
        }
        var now = clock.instant();
        certificate.requireValid(now);
        trust.require(certificate, now);
        return new SignatureCheck(claim, certificate);
    }

    /** Every place is asked before one that cannot be asked is a reason to give up. */
    private byte[] fetched(String id, Secret token) {
        Fault last = SignatureFaults.unknownCertificate(id);
        for (Certificates place : places) {
            try {
                var found = place.find(id, token);
                if (found.isPresent()) {
                    return found.get();
                }
            } catch (Fault fault) {
                last = fault;
            }
        }
        throw last;
    }
}
