package io.github.predella.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate for {@code localhost} and two addresses of it from an authority of its own, as files that operators have. Needs {@code openssl}.
 *
 * @param authority the authority's certificate
 * @param chain the certificate, then the authority's
 * @param key its private key
 */
public record Certificate(Path authority, Path chain, Path key) {

    /**
     * Makes one.
     *
     * @param directory for the files
     * @param algorithm of the key, as {@code openssl req -newkey} has it
     */
    public static Certificate in(Path directory, String... algorithm) {
        Path authority = directory.resolve("ca.pem");
        Path authorityKey = directory.resolve("ca.key");
        Path request = directory.resolve("server.csr");
        Path own = directory.resolve("server.pem");
        Path key = directory.resolve("server.key");
        Path chain = directory.resolve("chain.pem");
        Path names = directory.resolve("names");
        try {
            Files.writeString(names, "subjectAltName=DNS:localhost,IP:127.0.0.1,IP:127.0.0.2\n");
            openssl(
                    List.of("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=Testing CA"),
                    List.of("-keyout", authorityKey.toString(), "-out", authority.toString()));
            var asked = new ArrayList<>(List.of("req", "-nodes", "-subj", "/CN=localhost", "-newkey"));
            asked.addAll(List.of(algorithm));
            openssl(asked, List.of("-keyout", key.toString(), "-out", request.toString()));
            openssl(
                    List.of("x509", "-req", "-days", "2", "-set_serial", "7", "-in", request.toString()),
                    List.of(
                            "-extfile",
                            names.toString(),
                            "-CA",
                            authority.toString(),
                            "-CAkey",
                            authorityKey.toString(),
                            "-out",
                            own.toString()));
            Files.writeString(chain, Files.readString(own) + Files.readString(authority));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Certificate(authority, chain, key);
    }

    /** Runs the tool to its end. */
    public static void openssl(List<String> command, List<String> files) throws IOException {
        var words = new ArrayList<>(List.of("openssl"));
        words.addAll(command);
        words.addAll(files);
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(words + ": " + said);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** What a client has who trusts this authority and no other. */
    public SSLContext trust() {
        try (InputStream in = Files.newInputStream(authority)) {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
