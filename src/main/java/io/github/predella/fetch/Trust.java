package io.github.predella.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.client5.http.ssl.TrustAllStrategy;
import org.apache.hc.core5.ssl.SSLContexts;

/** Which servers are believed to be who they say, in TLS. Immutable. */
public final class Trust {

    private final SSLContext context;
    private final boolean checked;

    private Trust(SSLContext context, boolean checked) {
        this.context = context;
        this.checked = checked;
    }

    /** Those whose name one of the system's authorities certifies. */
    public static Trust inSystemAuthorities() {
        return new Trust(SSLContexts.createDefault(), true);
    }

    /**
     * Those whose name an authority of the operator certifies.
     *
     * @param authorities file with the authorities' certificates as PEM, which take the place of the system's
     * @throws IllegalArgumentException with a sentence for the operator when the file has none
     */
    public static Trust inAuthorities(Path authorities) {
        try (InputStream in = Files.newInputStream(authorities)) {
            var keys = KeyStore.getInstance(KeyStore.getDefaultType());
            keys.load(null, null);
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                keys.setCertificateEntry("authority-" + keys.size(), one);
            }
            if (keys.size() == 0) {
                throw new IllegalArgumentException("there are no certificates in " + authorities);
            }
            return new Trust(SSLContexts.custom().loadTrustMaterial(keys, null).build(), true);
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalArgumentException("certificates cannot be read from " + authorities, unreadable);
        }
    }

    /** Everybody; a connection is then private only as long as nobody stands between. */
    public static Trust inEverybody() {
        try {
            return new Trust(
                    SSLContexts.custom()
                            .loadTrustMaterial(TrustAllStrategy.INSTANCE)
                            .build(),
                    false);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** For clients that do not fetch; they look at the names of servers themselves. */
    public SSLContext context() {
        return context;
    }

    TlsSocketStrategy strategy() {
        return checked
                ? new DefaultClientTlsStrategy(
                        context, HostnameVerificationPolicy.BOTH, HttpsSupport.getDefaultHostnameVerifier())
                : new DefaultClientTlsStrategy(
                        context, HostnameVerificationPolicy.CLIENT, NoopHostnameVerifier.INSTANCE);
    }
}
