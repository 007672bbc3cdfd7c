package io.github.predella.identity.keystone;

import io.github.predella.core.Jsons;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/** Requests for tokens (Identity API v3, {@code POST /v3/auth/tokens}). */
final class AuthBody {

    private AuthBody() {}

    /**
     * A request with one method of proof.
     *
     * @param scope what the token is to be for; null leaves that to Keystone
     */
    static JsonObject request(String method, JsonObjectBuilder proof, JsonValue scope) {
        var identity = Jsons.object().add("methods", Jsons.array().add(method)).add(method, proof);
        var auth = Jsons.object().add("identity", identity);
        if (scope != null) {
            auth.add("scope", scope);
        }
        return Jsons.object().add("auth", auth).build();
    }

    /**
     * By a name and a password.
     *
     * @param domain of the user: {@code default} is an id, everything else a name
     */
    static JsonObject password(String user, String domain, String password, JsonValue scope) {
        var place = Jsons.object().add(domain.equals("default") ? "id" : "name", domain);
        var person = Jsons.object().add("name", user).add("domain", place).add("password", password);
        return request("password", Jsons.object().add("user", person), scope);
    }

    /** By a token, for a project. */
    static JsonObject token(String token, String project) {
        var scope =
                Jsons.object().add("project", Jsons.object().add("id", project)).build();
        return request("token", Jsons.object().add("id", token), scope);
    }
}
