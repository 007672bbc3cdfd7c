package io.github.predella.cli;

import io.github.predella.config.PemFile;
import io.github.predella.config.PemKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Turns a certificate and its key, as operators have them, into the one file that the server reads. For the script,
 * which then starts the server; nobody else needs it.
 */
@Command(
        name = "tls-store",
        hidden = true,
        description = "Write a key store for the server, and print the password made up for it.")
final class TlsCommand implements Callable<Integer> {

    private static final String ALIAS = "predella";
    private static final int PASSWORD_BYTES = 24;

    private final PrintWriter out;
    private final PrintWriter err;
    private final SecureRandom random = new SecureRandom();

    @Option(names = "--certificate", required = true, paramLabel = "FILE", description = "certificate and its chain")
    Path certificate;

    @Option(names = "--key", required = true, paramLabel = "FILE", description = "private key, not encrypted")
    Path key;

    @Option(names = "--to", required = true, paramLabel = "FILE", description = "the key store")
    Path store;

    TlsCommand(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        try {
            store(PemFile.certificates(certificate), PemKey.read(key));
        } catch (IllegalArgumentException unusable) {
            throw new CommandProblem(unusable.getMessage(), unusable);
        }
        return 0;
    }

    private void store(List<X509Certificate> chain, PrivateKey secret) {
        if (!fits(secret, chain.get(0).getPublicKey())) {
            throw new CommandProblem("the key in " + key + " is not that of the first certificate in " + certificate);
        }
        if (chain.get(0).getNotAfter().toInstant().isBefore(Instant.now())) {
            err.println("WARNING: the certificate in " + certificate + " ended at "
                    + chain.get(0).getNotAfter().toInstant());
        }
        var password = new byte[PASSWORD_BYTES];
        random.nextBytes(password);
        String text = HexFormat.of().formatHex(password);
        write(packed(secret, chain.toArray(Certificate[]::new), text.toCharArray()));
        out.println(text);
    }

    private boolean fits(PrivateKey secret, PublicKey known) {
        try {
            String algorithm =
                    switch (secret.getAlgorithm()) {
                        case "RSA" -> "SHA256withRSA";
                        case "EC" -> "SHA256withECDSA";
                        default -> "EdDSA";
                    };
            var sample = new byte[PASSWORD_BYTES];
            random.nextBytes(sample);
            var signature = Signature.getInstance(algorithm);
            signature.initSign(secret);
            signature.update(sample);
            byte[] signed = signature.sign();
            signature.initVerify(known);
            signature.update(sample);
            return signature.verify(signed);
        } catch (GeneralSecurityException anotherKind) {
            return false;
        }
    }

    private static byte[] packed(PrivateKey secret, Certificate[] chain, char[] password) {
        try {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            keys.setKeyEntry(ALIAS, secret, password, chain);
            var bytes = new ByteArrayOutputStream();
            keys.store(bytes, password);
            return bytes.toByteArray();
        } catch (GeneralSecurityException | IOException failure) {
            throw new CommandProblem("the key store cannot be made: " + failure, failure);
        }
    }

    /** Readable by nobody else from its first moment on. */
    private void write(byte[] content) {
        try {
            Path directory = store.toAbsolutePath().getParent();
            Files.createDirectories(directory);
            Path fresh = Files.createTempFile(
                    directory,
                    "store",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(fresh, content);
            Files.move(fresh, store, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new CommandProblem(store + " cannot be written: " + failure, failure);
        }
    }
}
