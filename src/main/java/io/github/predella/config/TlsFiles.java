package io.github.predella.config;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Whom this service believes in TLS, and as whom it shows itself, by files of the operator's.
 *
 * @param authorities certificates of those who certify the other side; null for those of the system
 * @param insecure whether everybody is believed, whatever the file says
 * @param certificate the certificate that is shown, with its chain; null for none
 * @param key its private key; null: it is in the same file
 */
public record TlsFiles(Path authorities, boolean insecure, Path certificate, Path key) {

    private static final char[] NO_PASSWORD = {};

    /** Files that only say whom to believe. */
    public static TlsFiles trusting(Path authorities, boolean insecure) {
        return new TlsFiles(authorities, insecure, null, null);
    }

    /**
     * What they say.
     *
     * @param directory in which they are
     * @throws IllegalArgumentException with a sentence for the operator when a file is of no use
     */
    public SSLContext context(Path directory) {
        try {
            if (authorities == null && certificate == null && !insecure) {
                return SSLContext.getDefault();
            }
            var context = SSLContext.getInstance("TLS");
            context.init(shown(directory), believed(directory), null);
            return context;
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException(
                    Stream.of(authorities, certificate, key)
                            .filter(Objects::nonNull)
                            .map(Path::toString)
                            .collect(Collectors.joining(", ", "", " cannot be used: " + unusable.getMessage())),
                    unusable);
        }
    }

    /** Null means the system's. */
    private TrustManager[] believed(Path directory) throws GeneralSecurityException {
        if (insecure) {
            return new TrustManager[] {new Everybody()};
        }
        if (authorities == null) {
            return null;
        }
        var keys = emptyStore();
        for (var one : PemFile.certificates(directory.resolve(authorities))) {
            keys.setCertificateEntry("authority-" + keys.size(), one);
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        return trust.getTrustManagers();
    }

    /** Null means nothing. */
    private KeyManager[] shown(Path directory) throws GeneralSecurityException {
        if (certificate == null) {
            return null;
        }
        var chain = PemFile.certificates(directory.resolve(certificate));
        var secret = PemKey.read(directory.resolve(key == null ? certificate : key));
        var keys = emptyStore();
        // The store never leaves the memory of this process.
        keys.setKeyEntry("own", secret, NO_PASSWORD, chain.toArray(Certificate[]::new));
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, NO_PASSWORD);
        return managers.getKeyManagers();
    }

    private static KeyStore emptyStore() throws GeneralSecurityException {
        try {
            var keys = KeyStore.getInstance(KeyStore.getDefaultType());
            keys.load(null, null);
            return keys;
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Of this kind, since the JDK checks the name of the server behind the back of every other one. */
    private static final class Everybody extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
