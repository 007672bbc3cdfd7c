package io.github.predella.signatures;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.config.Secret;
import io.github.predella.core.Fault;
import io.github.predella.testing.Certificate;
import io.github.predella.testing.Signer;
import io.github.predella.testing.TestingClock;
import io.github.predella.testing.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignaturesTest {

    private static final String ID = "0f6a3f2c-8b7e-4c1d-9a55-3f2b1c0d9e8f";
    private static final byte[] DATA = "the data of an image".getBytes(StandardCharsets.UTF_8);
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant BEFORE = NOW.minus(Duration.ofDays(30));
    private static final Instant AFTER = NOW.plus(Duration.ofDays(30));
    private static final Signer ANN = Signer.of("Ann", "ECC_SECP384R1");

    private final Map<String, byte[]> kept = new HashMap<>();

    @TempDir
    Path directory;

    private Signatures signatures() {
        return SignatureFixture.of(kept, new TestingClock(NOW));
    }

    private SignatureCheck check(Map<String, String> properties) {
        return signatures().expected(properties, null).orElseThrow();
    }

    private static byte[] digest(SignatureCheck check, byte[] data) {
        return check.algorithm().digest().digest(data);
    }

    private void requireRefused(Map<String, String> properties, String reason) {
        var fault = assertThrows(Fault.class, () -> check(properties));

        assertEquals(Fault.Kind.INVALID, fault.kind());
        assertTrue(fault.getMessage().contains(reason), fault::getMessage);
    }

    private static Map<String, String> with(Map<String, String> properties, String name, String value) {
        var others = new HashMap<>(properties);
        others.put(name, value);
        return others;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RSA-PSS",
                "DSA",
                "ECC_SECT571K1",
                "ECC_SECT409K1",
                "ECC_SECT571R1",
                "ECC_SECT409R1",
                "ECC_SECP521R1",
                "ECC_SECP384R1"
            })
    void everyKindOfKeySignsEveryDigestAndNoOtherData(String keyType) {
        var signer = Signer.of("Ann", keyType);
        kept.put(ID, signer.certificate(BEFORE, AFTER));
        byte[] other = DATA.clone();
        other[7] ^= 1;

        for (String hash : List.of("SHA-224", "SHA-256", "SHA-384", "SHA-512")) {
            var check = check(signer.properties(hash, DATA, ID));

            assertDoesNotThrow(() -> check.require(digest(check, DATA)), hash);
            assertEquals(
                    Fault.Kind.INVALID,
                    assertThrows(Fault.class, () -> check.require(digest(check, other)))
                            .kind());
        }
    }

    @Test
    void saltOfAnotherLengthIsNotWhatTheReferenceTakes() {
        var signer = Signer.of("Ann", "RSA-PSS");
        kept.put(ID, signer.certificate(BEFORE, AFTER));
        String signature = Base64.getEncoder().encodeToString(signer.signSalted("SHA-256", 32, DATA));

        var check = check(with(signer.properties("SHA-256", DATA, ID), "img_signature", signature));

        assertThrows(Fault.class, () -> check.require(digest(check, DATA)));
    }

    @ParameterizedTest
    @CsvSource({"RSA-PSS, rsa:2048", "ECC_SECT571R1, ec:sect571r1", "ECC_SECP521R1, ec:secp521r1"})
    void signaturesOfTheUsualToolCount(String keyType, String key) throws IOException {
        Tools.need("openssl");
        String pem = directory.resolve("key").toString();
        var generating = key.startsWith("ec:")
                ? List.of("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:" + key.substring(3))
                : List.of("genrsa");
        Certificate.openssl(generating, List.of("-out", pem));
        Certificate.openssl(
                List.of("req", "-x509", "-new", "-key", pem, "-days", "9999", "-subj", "/CN=Tool"),
                List.of("-out", directory.resolve("certificate").toString()));
        Path data = Files.write(directory.resolve("data"), DATA);
        var signing = key.startsWith("ec:")
                ? List.of("dgst", "-sha384", "-sign", pem)
                : List.of("dgst", "-sha384", "-sign", pem, "-sigopt", "rsa_padding_mode:pss");
        Path signature = directory.resolve("signature");
        Certificate.openssl(signing, List.of("-out", signature.toString(), data.toString()));
        Path lines = directory.resolve("lines");
        Certificate.openssl(List.of("base64"), List.of("-in", signature.toString(), "-out", lines.toString()));
        kept.put(ID, Files.readAllBytes(directory.resolve("certificate")));

        var check = SignatureFixture.of(kept, Clock.systemUTC())
                .expected(
                        Map.of(
                                "img_signature",
                                Files.readString(lines),
                                "img_signature_hash_method",
                                "SHA-384",
                                "img_signature_key_type",
                                keyType,
                                "img_signature_certificate_uuid",
                                ID),
                        null)
                .orElseThrow();

        assertDoesNotThrow(() -> check.require(digest(check, DATA)));
        assertThrows(Fault.class, () -> check.require(digest(check, new byte[1])));
    }

    @Test
    void imagesWithFewerThanTheFourPropertiesAreNotSigned() {
        for (String missing : ANN.properties("SHA-256", DATA, ID).keySet()) {
            var some = new HashMap<>(ANN.properties("SHA-256", DATA, ID));
            some.remove(missing);

            assertEquals(Optional.empty(), signatures().expected(some, null), missing);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "img_signature, 'AA=A', base64",
        "img_signature_hash_method, MD5, hash method",
        "img_signature_hash_method, sha-256, hash method",
        "img_signature_key_type, RSA, key type",
        "img_signature_key_type, ECC_SECP521R1, public key type",
        "img_signature_key_type, RSA-PSS, public key type",
        "img_signature_certificate_uuid, ../../etc/passwd, UUID",
        "img_signature_certificate_uuid, 11111111-2222-4333-8444-555555555555, not found"
    })
    void wrongPropertiesAreRefusedWithTheirReason(String property, String value, String reason) {
        kept.put(ID, ANN.certificate(BEFORE, AFTER));

        requireRefused(with(ANN.properties("SHA-256", DATA, ID), property, value), reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "MAYCAQECAQE="})
    void signaturesThatAreNoneAreRefused(String signature) {
        kept.put(ID, ANN.certificate(BEFORE, AFTER));

        var check = check(with(ANN.properties("SHA-256", DATA, ID), "img_signature", signature));

        assertThrows(Fault.class, () -> check.require(digest(check, DATA)));
    }

    @Test
    void certificatesCountOnlyInTheirTime() {
        var properties = ANN.properties("SHA-256", DATA, ID);

        kept.put(ID, ANN.certificate(BEFORE, NOW.minusSeconds(1)));
        requireRefused(properties, "was valid until 2026-05-31T23:59:59Z");
        kept.put(ID, ANN.certificate(NOW.plusSeconds(1), AFTER));
        requireRefused(properties, "not valid before 2026-06-01T00:00:01Z");
        kept.put(ID, ANN.certificate(NOW, NOW));

        assertDoesNotThrow(() -> check(properties));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a secret of another kind", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
            })
    void whatIsNotACertificateIsRefused(String secret) {
        kept.put(ID, secret.getBytes(StandardCharsets.UTF_8));

        requireRefused(ANN.properties("SHA-256", DATA, ID), "not an X.509 certificate");
    }

    @Test
    void onlyTrustedAuthoritiesMayCertifySignersWhereSomeAreNamed() throws IOException {
        var authority = Signer.of("Authority", "RSA-PSS");
        var impostor = Signer.of("Authority", "RSA-PSS");
        var friend = Signer.of("Friend", "ECC_SECP384R1");
        var old = Signer.of("Old", "ECC_SECT571K1");
        Path bundle = Files.writeString(
                directory.resolve("bundle.pem"),
                Signer.pem(authority.certificate(BEFORE, AFTER))
                        + Signer.pem(old.certificate(BEFORE, NOW.minusSeconds(1)))
                        + Signer.pem(authority.certify(friend, BEFORE, AFTER)));
        Certificates place = (id, token) -> Optional.of(kept.get(id));
        var strict = new Signatures(Stream.of(place), new CertificateTrust(bundle), new TestingClock(NOW));
        var properties = ANN.properties("SHA-256", DATA, ID);

        for (var refused : List.of(
                ANN.certificate(BEFORE, AFTER),
                impostor.certify(ANN, BEFORE, AFTER),
                old.certify(ANN, BEFORE, AFTER),
                friend.certify(ANN, BEFORE, AFTER))) {
            kept.put(ID, refused);
            var fault = assertThrows(Fault.class, () -> strict.expected(properties, null));
            assertTrue(fault.getMessage().contains("not from an authority"), fault::getMessage);
        }
        kept.put(ID, authority.certify(ANN, BEFORE, AFTER));
        assertTrue(strict.expected(properties, null).isPresent());
        kept.put(ID, authority.certify(friend, BEFORE, AFTER));
        assertTrue(strict.expected(friend.properties("SHA-256", DATA, ID), null).isPresent());
    }

    @Test
    void uselessFilesOfAuthoritiesAreToldToTheOperator() throws IOException {
        Path empty = Files.writeString(directory.resolve("empty.pem"), "");

        assertThrows(IllegalArgumentException.class, () -> new CertificateTrust(empty));
        assertThrows(IllegalArgumentException.class, () -> new CertificateTrust(directory.resolve("missing.pem")));
    }

    @Test
    void certificatesInTheDirectoryAreFoundByTheirEndings() throws IOException {
        byte[] certificate = ANN.certificate(BEFORE, AFTER);
        String second = ID.replace('0', '1');
        Files.writeString(directory.resolve(ID + ".crt"), Signer.pem(certificate));
        Files.write(directory.resolve(second + ".der"), certificate);
        var place = new CertificateDirectory(directory);

        var signatures = SignatureFixture.of(new TestingClock(NOW), place);

        for (String id : List.of(ID, ID.toUpperCase(Locale.ROOT), second)) {
            assertTrue(signatures
                    .expected(ANN.properties("SHA-256", DATA, id), null)
                    .isPresent());
        }
        assertEquals(Optional.empty(), place.find("nobody", null));
        assertTrue(signatures.described().contains(directory.toString()), signatures::described);
        assertEquals(Optional.empty(), new CertificateDirectory(null).find(ID, null));
    }

    @Test
    void aPlaceThatIsAwayMattersOnlyWhenNoOtherHasTheCertificate() {
        kept.put(ID, ANN.certificate(BEFORE, AFTER));
        Certificates away = (id, token) -> {
            throw new Fault(Fault.Kind.UNAVAILABLE, "away");
        };
        Certificates here = (id, token) -> Optional.ofNullable(kept.get(id));
        var both = SignatureFixture.of(new TestingClock(NOW), away, here);

        assertTrue(both.expected(ANN.properties("SHA-256", DATA, ID), null).isPresent());
        kept.clear();
        assertEquals(
                Fault.Kind.UNAVAILABLE,
                assertThrows(Fault.class, () -> both.expected(ANN.properties("SHA-256", DATA, ID), null))
                        .kind());
    }

    @Test
    void certificateThatWasNotedIsNotFetchedAgainUnlessAnotherOneIsWanted() {
        kept.put(ID, ANN.certificate(BEFORE, AFTER));
        var properties = ANN.properties("SHA-256", DATA, ID);
        var noted = check(properties).certificate();
        kept.clear();

        assertTrue(signatures().noted(properties, noted).isPresent());
        assertThrows(Fault.class, () -> signatures().noted(properties, null));
        assertThrows(Fault.class, () -> signatures()
                .noted(properties, new NotedCertificate(ID.replace('0', '1'), noted.base64())));
        assertEquals(Optional.empty(), signatures().noted(Map.of(), noted));
    }

    @Test
    void tokensGoToThePlaceOfTheCertificates() {
        kept.put(ID, ANN.certificate(BEFORE, AFTER));
        Certificates shy = (id, token) ->
                token != null && token.value().equals("t") ? Optional.of(kept.get(id)) : Optional.empty();
        var signatures = SignatureFixture.of(new TestingClock(NOW), shy);

        assertTrue(signatures
                .expected(ANN.properties("SHA-256", DATA, ID), new Secret("t"))
                .isPresent());
        assertThrows(Fault.class, () -> signatures.expected(ANN.properties("SHA-256", DATA, ID), null));
    }
}
