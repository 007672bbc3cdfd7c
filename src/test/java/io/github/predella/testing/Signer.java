package io.github.predella.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Somebody who signs images, and certificates for others.
 *
 * @param name by which certificates know him
 * @param keyType as images name it
 */
public record Signer(String name, String keyType, KeyPair keys) {

    private static final Provider PROVIDER = new BouncyCastleProvider();
    private static final int BITS = 2048;

    /** Somebody with a fresh key. */
    public static Signer of(String name, String keyType) {
        try {
            return new Signer(name, keyType, generator(keyType).generateKeyPair());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static KeyPairGenerator generator(String keyType) throws GeneralSecurityException {
        if (keyType.startsWith("ECC_")) {
            var curves = KeyPairGenerator.getInstance("EC", PROVIDER);
            curves.initialize(
                    new ECGenParameterSpec(keyType.substring("ECC_".length()).toLowerCase(Locale.ROOT)));
            return curves;
        }
        // The Java runtime has the parameters of DSA ready, which take long to find.
        var generator = KeyPairGenerator.getInstance(keyType.equals("DSA") ? "DSA" : "RSA");
        generator.initialize(BITS);
        return generator;
    }

    /** The four properties of an image with that data. */
    public Map<String, String> properties(String hashMethod, byte[] data, String certificate) {
        return Map.of(
                "img_signature", Base64.getEncoder().encodeToString(sign(hashMethod, data)),
                "img_signature_hash_method", hashMethod,
                "img_signature_key_type", keyType,
                "img_signature_certificate_uuid", certificate);
    }

    /** A signature as the reference wants it. */
    public byte[] sign(String hashMethod, byte[] data) {
        return keyType.equals("RSA-PSS")
                ? sign("RSASSA-PSS", longestSalt(hashMethod), data)
                : sign(hashMethod.replace("-", "") + "with" + (keyType.equals("DSA") ? "DSA" : "ECDSA"), null, data);
    }

    /** A signature with a salt of so many bytes. */
    public byte[] signSalted(String hashMethod, int salt, byte[] data) {
        return sign("RSASSA-PSS", salted(hashMethod, salt), data);
    }

    private AlgorithmParameterSpec longestSalt(String hashMethod) {
        int bytes = ((RSAPublicKey) keys.getPublic()).getModulus().bitLength() / Byte.SIZE;
        return salted(hashMethod, bytes - Integer.parseInt(hashMethod.substring("SHA-".length())) / Byte.SIZE - 2);
    }

    private static PSSParameterSpec salted(String hashMethod, int salt) {
        return new PSSParameterSpec(hashMethod, "MGF1", new MGF1ParameterSpec(hashMethod), salt, 1);
    }

    private byte[] sign(String algorithm, AlgorithmParameterSpec parameters, byte[] data) {
        try {
            var signature = Signature.getInstance(algorithm, PROVIDER);
            if (parameters != null) {
                signature.setParameter(parameters);
            }
            signature.initSign(keys.getPrivate());
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A certificate that he has issued for himself, in DER. */
    public byte[] certificate(Instant from, Instant until) {
        return certify(this, from, until);
    }

    /** A certificate for somebody else, or for himself, in DER. */
    public byte[] certify(Signer subject, Instant from, Instant until) {
        var algorithm = algorithm();
        var certificate = new V3TBSCertificateGenerator();
        certificate.setSerialNumber(new ASN1Integer(BigInteger.valueOf(from.toEpochMilli())));
        certificate.setSignature(algorithm);
        certificate.setIssuer(new X500Name("CN=" + name));
        certificate.setSubject(new X500Name("CN=" + subject.name));
        certificate.setStartDate(new Time(Date.from(from)));
        certificate.setEndDate(new Time(Date.from(until)));
        certificate.setSubjectPublicKeyInfo(
                SubjectPublicKeyInfo.getInstance(subject.keys.getPublic().getEncoded()));
        try {
            if (equals(subject)) {
                certificate.setExtensions(new Extensions(
                        new Extension(Extension.basicConstraints, true, new BasicConstraints(true).getEncoded())));
            }
            var body = certificate.generateTBSCertificate();
            var parts = new ASN1EncodableVector();
            parts.add(body);
            parts.add(algorithm);
            parts.add(new DERBitString(sign(signing(), null, body.getEncoded())));
            return new DERSequence(parts).getEncoded();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private String signing() {
        return "SHA256with" + (keyType.startsWith("ECC_") ? "ECDSA" : keyType.equals("DSA") ? "DSA" : "RSA");
    }

    private AlgorithmIdentifier algorithm() {
        return new AlgorithmIdentifier(
                keyType.startsWith("ECC_")
                        ? X9ObjectIdentifiers.ecdsa_with_SHA256
                        : keyType.equals("DSA")
                                ? NISTObjectIdentifiers.dsa_with_sha256
                                : PKCSObjectIdentifiers.sha256WithRSAEncryption);
    }

    /** The same certificate in PEM. */
    public static String pem(byte[] certificate) {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(certificate)
                + "\n-----END CERTIFICATE-----\n";
    }
}
