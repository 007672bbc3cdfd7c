package io.github.predella.identity.keystone;

import io.github.predella.config.Seconds;
import io.github.predella.config.Secret;
import io.github.predella.config.Setting;
import io.github.predella.config.TlsFiles;
import java.nio.file.Path;

/**
 * Which Keystone is asked, as whom and how.
 *
 * @param identity which identity service; null: Keystone exactly when {@code authUrl} is set
 * @param authUrl where the service's own token is got, with or without {@code /v3}; null without Keystone
 * @param authType how: {@code password} or {@code v3applicationcredential}
 * @param username the service user's name, with {@code userDomainName} or {@code userDomainId}
 * @param projectName the project of the service's token; null with {@code systemScope}
 * @param systemScope {@code all} for a token for the whole deployment
 * @param side which of Keystone's addresses in the catalogue tokens are verified at
 * @param region of that address; null for any
 * @param authorities file of certificates; null for those of the system
 * @param certificate file with the certificate that this service shows, and its chain; null for none
 * @param key file with the private key of that certificate; null: it is in the same file
 * @param insecure whether any certificate will do
 * @param connectPatience how long a connection may take
 * @param retries how often a connection that failed is tried again
 * @param remembered how long a verified token is believed
 */
public record KeystoneSettings(
        @Setting(
                key = "predella.identity",
                says = "identity service: embedded or keystone; not set: keystone if auth_url is set")
        Choice identity,

        @Setting(
                key = "keystone_authtoken.auth_url",
                says = "address of Keystone, as http://host:5000; switches to Keystone as identity service")
        String authUrl,

        @Setting(
                key = "keystone_authtoken.auth_type",
                fallback = "password",
                says = "how this service logs in at Keystone: password or v3applicationcredential")
        String authType,

        @Setting(key = "keystone_authtoken.username", says = "name of this service's user in Keystone")
        String username,

        @Setting(key = "keystone_authtoken.password", says = "password of this service's user in Keystone")
        Secret password,

        @Setting(key = "keystone_authtoken.user_domain_id", says = "id of that user's domain")
        String userDomainId,

        @Setting(
                key = "keystone_authtoken.user_domain_name",
                says = "name of that user's domain, where no id is set; without either: the id default")
        String userDomainName,

        @Setting(key = "keystone_authtoken.project_name", says = "project this service logs in to")
        String projectName,

        @Setting(key = "keystone_authtoken.project_domain_id", says = "id of that project's domain")
        String projectDomainId,

        @Setting(
                key = "keystone_authtoken.project_domain_name",
                says = "name of that project's domain, where no id is set; without either: the id default")
        String projectDomainName,

        @Setting(
                key = "keystone_authtoken.system_scope",
                says = "all: this service logs in to the whole deployment instead of a project")
        String systemScope,

        @Setting(
                key = "keystone_authtoken.application_credential_id",
                says = "application credential this service logs in with")
        String credentialId,

        @Setting(key = "keystone_authtoken.application_credential_secret", says = "secret of that credential")
        Secret credentialSecret,

        @Setting(
                key = "keystone_authtoken.interface",
                fallback = "internal",
                says = "which of Keystone's addresses is asked: public, internal or admin")
        String side,

        @Setting(
                key = "keystone_authtoken.region_name",
                says = "region of that address, and of the limits; not set: any")
        String region,

        @Setting(
                key = "keystone_authtoken.cafile",
                says = "certificates (PEM) of the authorities that certify Keystone, in place of the system's")
        Path authorities,

        @Setting(
                key = "keystone_authtoken.certfile",
                says = "certificate (PEM) that this service shows to Keystone, with its chain; not set: none")
        Path certificate,

        @Setting(
                key = "keystone_authtoken.keyfile",
                says = "private key (PEM, not encrypted) of that certificate; not set: it is in the same file")
        Path key,

        @Setting(
                key = "keystone_authtoken.insecure",
                fallback = "false",
                says = "whether Keystone's certificate is not checked")
        boolean insecure,

        @Setting(
                key = "keystone_authtoken.http_connect_timeout",
                fallback = "10",
                says = "seconds that a connection to Keystone may take")
        Seconds connectPatience,

        @Setting(
                key = "keystone_authtoken.http_request_max_retries",
                fallback = "3",
                says = "how often a connection to Keystone that fails is tried again")
        int retries,

        @Setting(
                key = "keystone_authtoken.token_cache_time",
                fallback = "300",
                says = "seconds for which a token that Keystone has verified is believed, also when it is revoked")
        Seconds remembered) {

    /** The identity services there are. */
    public enum Choice {
        EMBEDDED,
        KEYSTONE
    }

    private static final int LONGEST_CONNECTING = 300;
    private static final int MOST_RETRIES = 10;
    private static final int LONGEST_REMEMBERED = 86_400;

    public KeystoneSettings {
        if (identity == Choice.KEYSTONE && authUrl == null) {
            throw new IllegalArgumentException("[keystone_authtoken] auth_url must be set to use Keystone");
        }
        if (identity == null ? authUrl != null : identity == Choice.KEYSTONE) {
            KeystoneLogin.of(
                    "keystone_authtoken",
                    authUrl,
                    authType,
                    new KeystoneLogin.Person(username, password, userDomainId, userDomainName),
                    new KeystoneLogin.Place(projectName, projectDomainId, projectDomainName, systemScope),
                    new KeystoneLogin.Credential(credentialId, credentialSecret));
        }
        if (!side.matches("(public|internal|admin)(URL)?")) {
            throw new IllegalArgumentException("[keystone_authtoken] interface must be public, internal or admin");
        }
        if (key != null && certificate == null) {
            throw new IllegalArgumentException("[keystone_authtoken] keyfile is of no use without certfile");
        }
        requireUpTo("http_connect_timeout", connectPatience.value(), 1, LONGEST_CONNECTING);
        requireUpTo("http_request_max_retries", retries, 0, MOST_RETRIES);
        requireUpTo("token_cache_time", remembered.value(), 0, LONGEST_REMEMBERED);
    }

    private static void requireUpTo(String key, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "[keystone_authtoken] " + key + " must be from " + least + " to " + most);
        }
    }

    /** Whether Keystone is the identity service. */
    public boolean inUse() {
        return identity == null ? authUrl != null : identity == Choice.KEYSTONE;
    }

    /** How this service logs in; to be asked only when Keystone is in use. */
    KeystoneLogin login() {
        return KeystoneLogin.of(
                "keystone_authtoken",
                authUrl,
                authType,
                new KeystoneLogin.Person(username, password, userDomainId, userDomainName),
                new KeystoneLogin.Place(projectName, projectDomainId, projectDomainName, systemScope),
                new KeystoneLogin.Credential(credentialId, credentialSecret));
    }

    /** How it is talked to where its address says https. */
    TlsFiles tls() {
        return new TlsFiles(authorities, insecure, certificate, key);
    }

    /** The interface without the ending of former times. */
    String plainSide() {
        return side.endsWith("URL") ? side.substring(0, side.length() - 3) : side;
    }
}
