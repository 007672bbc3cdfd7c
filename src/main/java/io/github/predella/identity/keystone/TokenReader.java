package io.github.predella.identity.keystone;

import io.github.predella.identity.AccessRule;
import io.github.predella.identity.VerifiedToken;
import io.github.predella.identity.VerifiedToken.Delegation;
import io.github.predella.identity.VerifiedToken.Named;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** Reads what Keystone says; what it ought to say and does not is a fault of kind UNAVAILABLE. */
final class TokenReader {

    private TokenReader() {}

    /** The facts of a "token" object. */
    static VerifiedToken token(JsonObject token) {
        var user = object(token, "user");
        var project = token.get("project") instanceof JsonObject scope ? scope : null;
        return new VerifiedToken(
                named(user),
                named(object(user, "domain")),
                project == null ? null : named(project),
                project == null ? null : named(object(project, "domain")),
                token.get("domain") instanceof JsonObject scope ? named(scope) : null,
                token.get("system") instanceof JsonObject scope && scope.getBoolean("all", false),
                objects(token, "roles").stream().map(TokenReader::named).toList(),
                time(token, "issued_at"),
                time(token, "expires_at"),
                delegation(token),
                texts(token, "audit_ids"),
                texts(token, "methods"));
    }

    private static Delegation delegation(JsonObject token) {
        if (!(token.get("application_credential") instanceof JsonObject credential)) {
            return null;
        }
        List<AccessRule> rules = credential.get("access_rules") instanceof JsonArray
                ? objects(credential, "access_rules").stream()
                        .map(rule -> new AccessRule(text(rule, "service"), text(rule, "method"), text(rule, "path")))
                        .toList()
                : null;
        return new Delegation(
                text(credential, "id"),
                credential.getString("name", ""),
                !credential.getBoolean("restricted", true),
                rules);
    }

    /** The id and the name of a thing. */
    static Named named(JsonObject thing) {
        return new Named(text(thing, "id"), text(thing, "name"));
    }

    /** A member that must be an object. */
    static JsonObject object(JsonObject body, String name) {
        if (body.get(name) instanceof JsonObject object) {
            return object;
        }
        throw missing(name);
    }

    /** The objects in a list; none when there is no list. */
    static List<JsonObject> objects(JsonObject body, String name) {
        return list(body, name).stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .toList();
    }

    /** A member that must be a text. */
    static String text(JsonObject body, String name) {
        if (body.get(name) instanceof JsonString text) {
            return text.getString();
        }
        throw missing(name);
    }

    /** A member that must be a time. */
    static Instant time(JsonObject body, String name) {
        try {
            return Instant.parse(text(body, name));
        } catch (DateTimeException other) {
            throw missing(name);
        }
    }

    private static List<String> texts(JsonObject body, String name) {
        return list(body, name).stream()
                .filter(JsonString.class::isInstance)
                .map(text -> ((JsonString) text).getString())
                .toList();
    }

    private static JsonArray list(JsonObject body, String name) {
        return body.get(name) instanceof JsonArray list ? list : JsonValue.EMPTY_JSON_ARRAY;
    }

    private static RuntimeException missing(String name) {
        return KeystoneFaults.unavailable("its answer has no usable " + name);
    }
}
