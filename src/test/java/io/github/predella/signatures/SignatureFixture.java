package io.github.predella.signatures;

import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Signatures by whoever has a certificate. */
public final class SignatureFixture {

    private SignatureFixture() {}

    /** Those of whoever has one of these certificates, by their ids; they may change meanwhile. */
    public static Signatures of(Map<String, byte[]> certificates, Clock clock) {
        return of(clock, (id, token) -> Optional.ofNullable(certificates.get(id)));
    }

    static Signatures of(Clock clock, Certificates... places) {
        return new Signatures(Arrays.stream(places), new CertificateTrust(null), clock);
    }
}
