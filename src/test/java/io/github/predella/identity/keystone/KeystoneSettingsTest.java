package io.github.predella.identity.keystone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.config.Seconds;
import io.github.predella.config.Secret;
import io.github.predella.config.Settings;
import io.github.predella.config.SettingsProblems;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeystoneSettingsTest {

    private static final Map<String, String> ENOUGH = Map.of(
            "keystone_authtoken.auth_url", "http://keystone.example:5000/v3/",
            "keystone_authtoken.username", "glance",
            "keystone_authtoken.password", "secret",
            "keystone_authtoken.project_name", "service");

    @TempDir
    Path directory;

    private <R extends Record> R read(Class<R> type, Map<String, String> properties) {
        return Settings.load(properties, Map.of("OS_GLANCE_CONFIG_DIR", directory.toString()))
                .read(type);
    }

    private KeystoneSettings with(String key, String value) {
        var properties = new HashMap<>(ENOUGH);
        properties.put(key, value);
        return read(KeystoneSettings.class, properties);
    }

    @Test
    void nothingSaidMeansTheBuiltInIdentity() {
        var expected = new KeystoneSettings(
                null,
                null,
                "password",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "internal",
                null,
                null,
                null,
                null,
                false,
                new Seconds(10),
                3,
                new Seconds(300));

        var settings = read(KeystoneSettings.class, Map.of());

        assertEquals(expected, settings);
        assertFalse(settings.inUse());
    }

    @Test
    void everySettingIsRead() {
        var properties = new HashMap<>(ENOUGH);
        properties.putAll(Map.of(
                "predella.identity", "embedded",
                "keystone_authtoken.auth_type", "v3applicationcredential",
                "keystone_authtoken.user_domain_id", "ud",
                "keystone_authtoken.user_domain_name", "un",
                "keystone_authtoken.project_domain_id", "pd",
                "keystone_authtoken.project_domain_name", "pn",
                "keystone_authtoken.system_scope", "all",
                "keystone_authtoken.application_credential_id", "ci",
                "keystone_authtoken.application_credential_secret", "cs",
                "keystone_authtoken.interface", "publicURL"));
        properties.putAll(Map.of(
                "keystone_authtoken.region_name", "two",
                "keystone_authtoken.cafile", "/etc/authorities.pem",
                "keystone_authtoken.certfile", "own.pem",
                "keystone_authtoken.keyfile", "own.key",
                "keystone_authtoken.insecure", "true",
                "keystone_authtoken.http_connect_timeout", "7",
                "keystone_authtoken.http_request_max_retries", "0",
                "keystone_authtoken.token_cache_time", "60"));

        var settings = read(KeystoneSettings.class, properties);

        assertEquals(
                new KeystoneSettings(
                        KeystoneSettings.Choice.EMBEDDED,
                        "http://keystone.example:5000/v3/",
                        "v3applicationcredential",
                        "glance",
                        new Secret("secret"),
                        "ud",
                        "un",
                        "service",
                        "pd",
                        "pn",
                        "all",
                        "ci",
                        new Secret("cs"),
                        "publicURL",
                        "two",
                        Path.of("/etc/authorities.pem"),
                        Path.of("own.pem"),
                        Path.of("own.key"),
                        true,
                        new Seconds(7),
                        0,
                        new Seconds(60)),
                settings);
        assertFalse(settings.inUse());
        assertEquals("public", settings.plainSide());
    }

    @Test
    void anAddressOfKeystoneSwitchesToIt() {
        var settings = read(KeystoneSettings.class, ENOUGH);

        assertTrue(settings.inUse());
        assertEquals("http://keystone.example:5000", settings.login().authUrl());
    }

    @ParameterizedTest
    @CsvSource({
        "keystone_authtoken.auth_url, keystone.example",
        "keystone_authtoken.auth_type, v2password",
        "keystone_authtoken.auth_type, v3applicationcredential",
        "keystone_authtoken.username, ''",
        "keystone_authtoken.password, ''",
        "keystone_authtoken.project_name, ''",
        "keystone_authtoken.interface, private",
        "keystone_authtoken.http_connect_timeout, 0",
        "keystone_authtoken.http_request_max_retries, 11",
        "keystone_authtoken.token_cache_time, 86401",
        "keystone_authtoken.keyfile, own.key",
        "predella.identity, ldap"
    })
    void whatCannotWorkIsRefused(String key, String value) {
        assertThrows(SettingsProblems.class, () -> with(key, value));
    }

    @Test
    void keystoneCannotBeChosenWithoutAnAddress() {
        assertThrows(
                SettingsProblems.class, () -> read(KeystoneSettings.class, Map.of("predella.identity", "keystone")));
    }

    @Test
    void limitsAreReadByTheLoginForTokensUnlessTheyHaveTheirOwn() {
        var tokens = read(KeystoneSettings.class, ENOUGH);
        var none = read(LimitSettings.class, Map.of());
        var own = read(
                LimitSettings.class,
                Map.of(
                        "oslo_limit.auth_url", "http://other.example",
                        "oslo_limit.username", "limits",
                        "oslo_limit.password", "secret",
                        "oslo_limit.system_scope", "all"));

        assertEquals(tokens.login(), none.login(tokens));
        assertEquals("http://other.example", own.login(tokens).authUrl());
        assertTrue(own.login(tokens)
                .body()
                .getJsonObject("auth")
                .getJsonObject("scope")
                .containsKey("system"));
        assertThrows(
                SettingsProblems.class,
                () -> read(LimitSettings.class, Map.of("oslo_limit.auth_url", "http://other.example")));
    }

    @Test
    void noSecretIsShown() {
        assertFalse(read(KeystoneSettings.class, ENOUGH).login().toString().contains("secret"));
    }
}
