package io.github.predella.signatures;

import java.io.IOException;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.DSAExt;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.DSASigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.PSSSigner;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/**
 * Whether a signature is that of a digest. The data itself passes through the Java runtime's digests, which are much
 * faster than those of the library that knows all the curves.
 */
final class SignatureRule {

    private SignatureRule() {}

    /** False also for a signature or a key that is malformed. */
    static boolean holds(SignatureClaim claim, SubjectPublicKeyInfo key, byte[] digest) {
        try {
            var known = PublicKeyFactory.createKey(key);
            return switch (claim.keyType()) {
                case RSA_PSS -> pss(claim, (RSAKeyParameters) known, digest);
                case DSA -> pair(new DSASigner(), claim, known, digest);
                case ECC_SECT571K1, ECC_SECT409K1, ECC_SECT571R1, ECC_SECT409R1, ECC_SECP521R1, ECC_SECP384R1 ->
                    pair(new ECDSASigner(), claim, known, digest);
            };
        } catch (IOException | RuntimeException malformed) {
            return false;
        }
    }

    private static boolean pss(SignatureClaim claim, RSAKeyParameters key, byte[] digest) {
        // The reference, and so whoever verifies the image later, takes the longest possible salt and no other.
        int encoded = (key.getModulus().bitLength() + Byte.SIZE - 2) / Byte.SIZE;
        int salt = encoded - digest.length - 2;
        var signer = PSSSigner.createRawSigner(
                new RSAEngine(), claim.hash().own(), claim.hash().own(), salt, PSSSigner.TRAILER_IMPLICIT);
        signer.init(false, key);
        signer.update(digest, 0, digest.length);
        return signer.verifySignature(claim.signature());
    }

    private static boolean pair(DSAExt signer, SignatureClaim claim, AsymmetricKeyParameter key, byte[] digest)
            throws IOException {
        signer.init(false, key);
        var pair = StandardDSAEncoding.INSTANCE.decode(signer.getOrder(), claim.signature());
        return signer.verifySignature(digest, pair[0], pair[1]);
    }
}
