package io.github.predella.identity.keystone;

import io.github.predella.config.PemFile;
import io.github.predella.config.PemKey;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** Whom this service takes for Keystone in TLS, and as whom it shows itself. */
final class KeystoneTrust {

    private static final char[] NO_PASSWORD = {};

    private KeystoneTrust() {}

    /**
     * What the settings say.
     *
     * @param directory in which their files are
     * @throws IllegalArgumentException with a sentence for the operator when a file is of no use
     */
    static SSLContext context(KeystoneSettings settings, Path directory) {
        try {
            if (settings.authorities() == null && settings.certificate() == null && !settings.insecure()) {
                return SSLContext.getDefault();
            }
            var context = SSLContext.getInstance("TLS");
            context.init(shown(settings, directory), trusted(settings, directory), null);
            return context;
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException(
                    "[keystone_authtoken] cafile or certfile cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    /** Null means the system's. */
    private static TrustManager[] trusted(KeystoneSettings settings, Path directory) throws GeneralSecurityException {
        if (settings.insecure()) {
            return new TrustManager[] {new Everybody()};
        }
        return settings.authorities() == null ? null : managers(directory.resolve(settings.authorities()));
    }

    /** Null means nothing. */
    private static KeyManager[] shown(KeystoneSettings settings, Path directory) throws GeneralSecurityException {
        if (settings.certificate() == null) {
            return null;
        }
        var chain = PemFile.certificates(directory.resolve(settings.certificate()));
        var key = PemKey.read(directory.resolve(settings.key() == null ? settings.certificate() : settings.key()));
        var keys = emptyStore();
        // The store never leaves the memory of this process.
        keys.setKeyEntry("keystone", key, NO_PASSWORD, chain.toArray(Certificate[]::new));
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

    private static TrustManager[] managers(Path authorities) throws GeneralSecurityException {
        try (InputStream in = Files.newInputStream(authorities)) {
            var keys = emptyStore();
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                keys.setCertificateEntry("keystone-" + keys.size(), one);
            }
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(keys);
            return trust.getTrustManagers();
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "[keystone_authtoken] cafile cannot be read: " + authorities, unreadable);
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
