package io.github.predella.signatures;

import io.github.predella.flow.DigestAlgorithm;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.util.DigestFactory;

/** The digests that are signed. */
enum SignatureHash {
    SHA_224("SHA-224", "sha224"),
    SHA_256("SHA-256", "sha256"),
    SHA_384("SHA-384", "sha384"),
    SHA_512("SHA-512", "sha512");

    private final String wireName;
    private final String digest;

    SignatureHash(String wireName, String digest) {
        this.wireName = wireName;
        this.digest = digest;
    }

    static Optional<SignatureHash> named(String wireName) {
        return Arrays.stream(values())
                .filter(hash -> hash.wireName.equals(wireName))
                .findFirst();
    }

    static List<String> wireNames() {
        return Arrays.stream(values()).map(hash -> hash.wireName).toList();
    }

    /** The digest of the data. */
    DigestAlgorithm algorithm() {
        return new DigestAlgorithm(digest);
    }

    /** The same digest where a signature needs it for itself. */
    Digest own() {
        return switch (this) {
            case SHA_224 -> DigestFactory.createSHA224();
            case SHA_256 -> DigestFactory.createSHA256();
            case SHA_384 -> DigestFactory.createSHA384();
            case SHA_512 -> DigestFactory.createSHA512();
        };
    }
}
