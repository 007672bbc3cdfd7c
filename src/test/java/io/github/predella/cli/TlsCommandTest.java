package io.github.predella.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Certificate;
import io.github.predella.testing.Tools;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsCommandTest {

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void wantTool() {
        Tools.need("openssl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa:2048", "ec -pkeyopt ec_paramgen_curve:P-256", "ec -pkeyopt ec_paramgen_curve:P-384"})
    void theStoreHoldsKeyAndChainForTheServerAlone(String algorithm) throws Exception {
        var certificate = Certificate.in(directory, algorithm.split(" "));

        var store = made(certificate.chain(), certificate.key());

        assertEquals(2, store.getCertificateChain("predella").length);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(place())));
        assertEquals("", err.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa:2048", "ec -pkeyopt ec_paramgen_curve:P-256"})
    void keysInTheOlderFormsAreTheSameKeys(String algorithm) throws Exception {
        var certificate = Certificate.in(directory, algorithm.split(" "));
        Path older = directory.resolve("older.key");
        String kind = algorithm.startsWith("rsa") ? "rsa" : "ec";
        Certificate.openssl(
                kind.equals("rsa") ? List.of("rsa", "-traditional") : List.of("ec"),
                List.of("-in", certificate.key().toString(), "-out", older.toString()));

        assertTrue(Files.readString(older).startsWith("-----BEGIN " + kind.toUpperCase(Locale.ROOT)));
        made(certificate.chain(), older);
    }

    @Test
    void keyAndCertificateMayLieInOneFile() throws Exception {
        var certificate = Certificate.in(directory, "rsa:2048");
        Path both = directory.resolve("both.pem");
        Files.writeString(both, Files.readString(certificate.key()) + Files.readString(certificate.chain()));

        made(both, both);
    }

    @Test
    void whatCannotBeUsedIsToldAndLeavesNothing() throws Exception {
        Path other = Files.createDirectory(directory.resolve("other"));
        var certificate = Certificate.in(directory, "rsa:2048");
        Path encrypted = directory.resolve("encrypted.key");
        Certificate.openssl(
                List.of("rsa", "-aes128", "-passout", "pass:secret"),
                List.of("-in", certificate.key().toString(), "-out", encrypted.toString()));
        Path damaged = directory.resolve("damaged.key");
        Files.writeString(damaged, "-----BEGIN EC PRIVATE KEY-----\nMAoCAQEE\n-----END EC PRIVATE KEY-----\n");

        assertTrue(
                refusal(certificate.chain(), Certificate.in(other, "rsa:2048").key())
                        .endsWith("is not that of the first certificate in " + certificate.chain()));
        assertTrue(refusal(certificate.chain(), encrypted)
                .endsWith("holds no private key that is not encrypted, in PEM form"));
        assertTrue(refusal(certificate.chain(), damaged).endsWith("damaged.key is damaged"));
        assertTrue(refusal(certificate.key(), certificate.key()).endsWith("holds no certificate in PEM form"));
        assertTrue(refusal(directory.resolve("none"), certificate.key()).contains("none cannot be read"));
        assertFalse(Files.exists(place()));
        assertEquals("", out.toString());
    }

    private KeyStore made(Path chain, Path key) throws Exception {
        command(chain, key).call();
        char[] password = out.toString().strip().toCharArray();
        var store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(Files.readAllBytes(place())), password);
        assertTrue(store.isKeyEntry("predella"));
        return store;
    }

    private String refusal(Path chain, Path key) {
        return assertThrows(CommandProblem.class, command(chain, key)::call).getMessage();
    }

    private TlsCommand command(Path chain, Path key) {
        var command = new TlsCommand(new PrintWriter(out, true), new PrintWriter(err, true));
        command.certificate = chain;
        command.key = key;
        command.store = place();
        return command;
    }

    private Path place() {
        return directory.resolve("cache").resolve("tls.p12");
    }
}
