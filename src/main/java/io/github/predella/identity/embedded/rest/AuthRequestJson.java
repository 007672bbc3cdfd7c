package io.github.predella.identity.embedded.rest;

import io.github.predella.core.Fault;
import io.github.predella.identity.embedded.AuthRequest;
import io.github.predella.identity.embedded.AuthRequest.Anything;
import io.github.predella.identity.embedded.AuthRequest.Credential;
import io.github.predella.identity.embedded.AuthRequest.Exactly;
import io.github.predella.identity.embedded.AuthRequest.Password;
import io.github.predella.identity.embedded.AuthRequest.ProjectNamed;
import io.github.predella.identity.embedded.AuthRequest.Proof;
import io.github.predella.identity.embedded.AuthRequest.Token;
import io.github.predella.identity.embedded.AuthRequest.Unscoped;
import io.github.predella.identity.embedded.AuthRequest.UserRef;
import io.github.predella.identity.embedded.AuthRequest.Wish;
import io.github.predella.identity.embedded.IdentityFaults;
import io.github.predella.identity.embedded.Scope;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** Reads the "auth" object of a request for a token (Identity API v3, "Authentication and token management"). */
final class AuthRequestJson {

    private static final int LONGEST = 4_096;

    private AuthRequestJson() {}

    static AuthRequest read(JsonObject auth) {
        return new AuthRequest(proof(object(auth, "identity", "auth")), wish(auth.get("scope")));
    }

    private static Proof proof(JsonObject identity) {
        var method = method(identity);
        return switch (method) {
            case "password" -> password(object(object(identity, method, "identity"), "user", method));
            case "token" -> new Token(text(object(identity, method, "identity"), "id", method));
            case "application_credential" -> credential(object(identity, method, "identity"));
            default -> throw IdentityFaults.unauthenticated("Attempted to authenticate with an unsupported method.");
        };
    }

    private static String method(JsonObject identity) {
        if (!(identity.get("methods") instanceof JsonArray methods)) {
            throw missing("methods", "identity");
        }
        if (methods.size() != 1 || !(methods.get(0) instanceof JsonString method)) {
            throw IdentityFaults.unauthenticated("Exactly one method of authentication is supported.");
        }
        return method.getString();
    }

    private static Proof password(JsonObject user) {
        return new Password(user(user), text(user, "password", "user"));
    }

    private static UserRef user(JsonObject user) {
        if (user.containsKey("id")) {
            return new UserRef(text(user, "id", "user"), null, null);
        }
        if (!user.containsKey("name")) {
            throw Fault.invalid("Invalid input for field identity/password/user: id or name must be present.");
        }
        return new UserRef(null, text(user, "name", "user"), domain(user, "user"));
    }

    private static Proof credential(JsonObject credential) {
        var secret = text(credential, "secret", "application_credential");
        if (credential.containsKey("id")) {
            return new Credential(text(credential, "id", "application_credential"), null, null, secret);
        }
        var user = user(object(credential, "user", "application_credential"));
        return new Credential(null, user, text(credential, "name", "application_credential"), secret);
    }

    private static Wish wish(JsonValue scope) {
        if (scope == null || scope == JsonValue.NULL) {
            return new Anything();
        }
        if (scope instanceof JsonString text && text.getString().equals("unscoped")) {
            return new Unscoped();
        }
        if (!(scope instanceof JsonObject object) || object.size() != 1) {
            throw missing("system, project, domain or unscoped", "scope");
        }
        var kind = object.keySet().iterator().next();
        return switch (kind) {
            case "unscoped" -> new Unscoped();
            case "system" -> new Exactly(Scope.SYSTEM);
            case "domain" -> new Exactly(new Scope(Scope.Kind.DOMAIN, domain(object, "scope")));
            case "project" -> project(object(object, kind, "scope"));
            default -> throw missing("system, project, domain or unscoped", "scope");
        };
    }

    private static Wish project(JsonObject project) {
        return project.containsKey("id")
                ? new Exactly(Scope.project(text(project, "id", "project")))
                : new ProjectNamed(text(project, "name", "project"), domain(project, "project"));
    }

    /** The id or the name of a domain. */
    private static String domain(JsonObject owner, String where) {
        var domain = object(owner, "domain", where);
        return text(domain, domain.containsKey("id") ? "id" : "name", "domain");
    }

    private static JsonObject object(JsonObject owner, String name, String where) {
        if (owner.get(name) instanceof JsonObject object) {
            return object;
        }
        throw missing(name, where);
    }

    private static String text(JsonObject owner, String name, String where) {
        if (!(owner.get(name) instanceof JsonString text)) {
            throw missing(name, where);
        }
        if (text.getString().length() > LONGEST) {
            throw IdentityFaults.invalidField(name, "the value is too long, the limit is " + LONGEST + " characters");
        }
        return text.getString();
    }

    private static Fault missing(String name, String where) {
        return IdentityFaults.malformed("Expecting to find " + name + " in " + where + ".");
    }
}
