package io.github.predella.identity.keystone;

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
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** Whom this service takes for Keystone, in TLS. */
final class KeystoneTrust {

    private KeystoneTrust() {}

    /**
     * What the settings say.
     *
     * @param authorities file with certificates as PEM; null for those of the system
     * @param insecure whether everybody is believed, whatever the file says
     * @throws IllegalArgumentException with a sentence for the operator when the file is of no use
     */
    static SSLContext context(Path authorities, boolean insecure) {
        try {
            if (!insecure && authorities == null) {
                return SSLContext.getDefault();
            }
            var context = SSLContext.getInstance("TLS");
            context.init(null, insecure ? new TrustManager[] {new Everybody()} : managers(authorities), null);
            return context;
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("[keystone_authtoken] cafile cannot be used: " + authorities, unusable);
        }
    }

    private static TrustManager[] managers(Path authorities) throws GeneralSecurityException {
        try (InputStream in = Files.newInputStream(authorities)) {
            var keys = KeyStore.getInstance(KeyStore.getDefaultType());
            keys.load(null, null);
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
