package io.github.predella.signatures;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** The kinds of keys with which images are signed. */
enum SignatureKeyType {
    RSA_PSS("RSA-PSS", PKCSObjectIdentifiers.rsaEncryption),
    DSA("DSA", X9ObjectIdentifiers.id_dsa),
    ECC_SECT571K1(SECObjectIdentifiers.sect571k1),
    ECC_SECT409K1(SECObjectIdentifiers.sect409k1),
    ECC_SECT571R1(SECObjectIdentifiers.sect571r1),
    ECC_SECT409R1(SECObjectIdentifiers.sect409r1),
    ECC_SECP521R1(SECObjectIdentifiers.secp521r1),
    ECC_SECP384R1(SECObjectIdentifiers.secp384r1);

    private final String wireName;
    // Object identifiers in their dotted form.
    private final String algorithm;
    private final String curve;

    SignatureKeyType(String wireName, ASN1ObjectIdentifier algorithm) {
        this.wireName = wireName;
        this.algorithm = algorithm.getId();
        this.curve = null;
    }

    SignatureKeyType(ASN1ObjectIdentifier curve) {
        this.wireName = name();
        this.algorithm = X9ObjectIdentifiers.id_ecPublicKey.getId();
        this.curve = curve.getId();
    }

    /** The name in the property. */
    String wireName() {
        return wireName;
    }

    static Optional<SignatureKeyType> named(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equals(wireName))
                .findFirst();
    }

    static List<String> wireNames() {
        return Arrays.stream(values()).map(SignatureKeyType::wireName).toList();
    }

    /** Whether a key is of this kind, and on its curve where there is one. */
    boolean isOf(SubjectPublicKeyInfo key) {
        var kind = key.getAlgorithm();
        return kind.getAlgorithm().getId().equals(algorithm)
                && (curve == null || curve.equals(String.valueOf(kind.getParameters())));
    }
}
