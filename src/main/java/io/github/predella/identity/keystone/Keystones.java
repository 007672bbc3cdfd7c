package io.github.predella.identity.keystone;

import io.github.predella.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.time.Clock;

/** The Keystone that verifies tokens, and the one that has the limits; made when they are first needed. */
@ApplicationScoped
public class Keystones {

    private KeystoneClient tokens;
    private KeystoneClient limits;

    /** For the container's proxy only. */
    protected Keystones() {}

    @Inject
    public Keystones(KeystoneSettings settings, LimitSettings limitSettings, Settings files, Clock clock) {
        var http = new KeystoneHttp(client(settings, files), settings.retries());
        tokens = new KeystoneClient(http, settings.login(), settings.region(), settings.plainSide(), clock);
        limits = limitSettings.authUrl() == null
                ? tokens
                : new KeystoneClient(
                        http, limitSettings.login(settings), settings.region(), settings.plainSide(), clock);
    }

    private static HttpClient client(KeystoneSettings settings, Settings files) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectPatience().toDuration())
                .sslContext(settings.tls().context(files.directory()))
                .build();
    }

    KeystoneClient forTokens() {
        return tokens;
    }

    KeystoneClient forLimits() {
        return limits;
    }
}
