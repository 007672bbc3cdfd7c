package io.github.predella.identity.keystone;

import io.github.predella.config.Secret;
import io.github.predella.config.Setting;

/**
 * As whom the limits in Keystone are read, and whose limits they are. Without an address of its own it is as whom tokens
 * are verified.
 *
 * @param authUrl where the token for that is got; null for the login of {@link KeystoneSettings}
 * @param endpointId of the endpoint whose service and region have the limits; null to look it up by the following
 * @param serviceType type of the service
 * @param serviceName its name; null for any
 * @param region id of the region; null for that of {@link KeystoneSettings}, if it has one
 * @param side interface of the endpoint
 */
public record LimitSettings(
        @Setting(
                key = "oslo_limit.auth_url",
                says = "address of the Keystone that has the limits; not set: the login of keystone_authtoken is taken")
        String authUrl,

        @Setting(
                key = "oslo_limit.auth_type",
                fallback = "password",
                says = "how this service logs in there: password or v3applicationcredential")
        String authType,

        @Setting(key = "oslo_limit.username", says = "name of the user who reads limits")
        String username,

        @Setting(key = "oslo_limit.password", says = "password of that user")
        Secret password,

        @Setting(key = "oslo_limit.user_domain_id", says = "id of that user's domain")
        String userDomainId,

        @Setting(key = "oslo_limit.user_domain_name", says = "name of that user's domain, where no id is set")
        String userDomainName,

        @Setting(key = "oslo_limit.project_name", says = "project the user logs in to")
        String projectName,

        @Setting(key = "oslo_limit.project_domain_id", says = "id of that project's domain")
        String projectDomainId,

        @Setting(key = "oslo_limit.project_domain_name", says = "name of that project's domain, where no id is set")
        String projectDomainName,

        @Setting(
                key = "oslo_limit.system_scope",
                says = "all: the user logs in to the whole deployment instead of a project")
        String systemScope,

        @Setting(key = "oslo_limit.application_credential_id", says = "application credential to read limits with")
        String credentialId,

        @Setting(key = "oslo_limit.application_credential_secret", says = "secret of that credential")
        Secret credentialSecret,

        @Setting(
                key = "oslo_limit.endpoint_id",
                says = "endpoint in Keystone whose service and region have the limits; not set: looked up by type")
        String endpointId,

        @Setting(
                key = "oslo_limit.endpoint_service_type",
                fallback = "image",
                says = "type of the service in Keystone that has the limits")
        String serviceType,

        @Setting(key = "oslo_limit.endpoint_service_name", says = "name of that service; not set: any")
        String serviceName,

        @Setting(
                key = "oslo_limit.endpoint_region_name",
                says = "region of the limits; not set: that of keystone_authtoken")
        String region,

        @Setting(
                key = "oslo_limit.endpoint_interface",
                fallback = "public",
                says = "interface of the endpoint that is looked up")
        String side) {

    public LimitSettings {
        if (authUrl != null) {
            KeystoneLogin.of(
                    "oslo_limit",
                    authUrl,
                    authType,
                    new KeystoneLogin.Person(username, password, userDomainId, userDomainName),
                    new KeystoneLogin.Place(projectName, projectDomainId, projectDomainName, systemScope),
                    new KeystoneLogin.Credential(credentialId, credentialSecret));
        }
    }

    /** How this service logs in to read limits. */
    KeystoneLogin login(KeystoneSettings tokens) {
        return authUrl == null
                ? tokens.login()
                : KeystoneLogin.of(
                        "oslo_limit",
                        authUrl,
                        authType,
                        new KeystoneLogin.Person(username, password, userDomainId, userDomainName),
                        new KeystoneLogin.Place(projectName, projectDomainId, projectDomainName, systemScope),
                        new KeystoneLogin.Credential(credentialId, credentialSecret));
    }
}
