package io.github.predella.identity.keystone;

import io.github.predella.config.Secret;
import io.github.predella.core.Jsons;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/**
 * How this service itself logs in at a Keystone.
 *
 * @param authUrl the address, without a version and without a slash at the end
 * @param body the request for a token; it holds a secret
 */
record KeystoneLogin(String authUrl, JsonObject body) {

    /** A user; only the name and the password must be there. */
    record Person(String name, Secret password, String domainId, String domainName) {}

    /** A project or everything; one of them must be there. */
    record Place(String project, String domainId, String domainName, String system) {}

    /** An application credential, which needs neither of the others. */
    record Credential(String id, Secret secret) {}

    /**
     * The login that settings tell.
     *
     * @param group of the settings
     * @throws IllegalArgumentException with a sentence for the operator when something is missing
     */
    static KeystoneLogin of(
            String group, String authUrl, String authType, Person person, Place place, Credential credential) {
        if (!authUrl.matches("https?://[^\\s/]+\\S*")) {
            throw new IllegalArgumentException("[" + group + "] auth_url: not an address: " + authUrl);
        }
        return new KeystoneLogin(
                plain(authUrl),
                switch (authType) {
                    case "password", "v3password" -> byPassword(group, person, place);
                    case "v3applicationcredential" -> byCredential(group, credential);
                    default ->
                        throw new IllegalArgumentException(
                                "[" + group + "] auth_type must be password or v3applicationcredential");
                });
    }

    /** An address without the version that some write at its end. */
    static String plain(String address) {
        return address.replaceFirst("/+(v[23](\\.0)?/*)?$", "");
    }

    private static JsonObject byPassword(String group, Person person, Place place) {
        requireSet(group, "username", person.name());
        requireSet(group, "password", person.password());
        var scope = Jsons.object();
        if (place.system() != null) {
            scope.add("system", Jsons.object().add("all", true));
        } else {
            requireSet(group, "project_name", place.project());
            var domain = domain(place.domainId(), place.domainName());
            scope.add("project", Jsons.object().add("name", place.project()).add("domain", domain));
        }
        var user = Jsons.object()
                .add("name", person.name())
                .add("domain", domain(person.domainId(), person.domainName()))
                .add("password", person.password().value());
        return AuthBody.request("password", Jsons.object().add("user", user), scope.build());
    }

    private static JsonObject byCredential(String group, Credential credential) {
        requireSet(group, "application_credential_id", credential.id());
        requireSet(group, "application_credential_secret", credential.secret());
        var proof = Jsons.object()
                .add("id", credential.id())
                .add("secret", credential.secret().value());
        return AuthBody.request("application_credential", proof, null);
    }

    private static JsonObjectBuilder domain(String id, String name) {
        return id == null && name != null
                ? Jsons.object().add("name", name)
                : Jsons.object().add("id", id == null ? "default" : id);
    }

    private static void requireSet(String group, String key, Object value) {
        if (value == null) {
            throw new IllegalArgumentException("[" + group + "] " + key + " must be set");
        }
    }

    @Override
    public String toString() {
        return "KeystoneLogin[" + authUrl + "]";
    }
}
