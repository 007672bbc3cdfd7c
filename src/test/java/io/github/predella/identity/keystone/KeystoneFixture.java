package io.github.predella.identity.keystone;

import io.github.predella.config.Secret;
import io.github.predella.testing.ScriptedKeystone;
import io.github.predella.testing.TestingClock;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;

/** The parts of this room around a scripted Keystone, with one clock for both. */
final class KeystoneFixture implements AutoCloseable {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final ScriptedKeystone keystone = new ScriptedKeystone();
    private final TestingClock clock = new TestingClock(START);

    ScriptedKeystone keystone() {
        return keystone;
    }

    TestingClock clock() {
        return clock;
    }

    Instant after(long seconds) {
        return clock.instant().plusSeconds(seconds);
    }

    void advance(Duration time) {
        clock.advance(time);
        keystone.at(clock.instant());
    }

    KeystoneClient client(String password) {
        var login = KeystoneLogin.of(
                "keystone_authtoken",
                keystone.address() + "/v3",
                "password",
                new KeystoneLogin.Person("glance", new Secret(password), null, "Default"),
                new KeystoneLogin.Place("service", null, null, null),
                new KeystoneLogin.Credential(null, null));
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        return new KeystoneClient(new KeystoneHttp(http, 1), login, null, "internal", clock);
    }

    KeystoneClient client() {
        return client("service-password");
    }

    KeystoneVerifier verifier() {
        return verifierWith("service-password");
    }

    KeystoneVerifier verifierWith(String password) {
        return new KeystoneVerifier(client(password), Duration.ofMinutes(5), clock);
    }

    @Override
    public void close() {
        keystone.close();
    }
}
