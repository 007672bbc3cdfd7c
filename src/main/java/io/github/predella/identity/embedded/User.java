package io.github.predella.identity.embedded;

import jakarta.json.JsonObject;
import java.time.Instant;

/**
 * A person or a program with an account in the one domain.
 *
 * @param id 32 hexadecimal digits
 * @param name unique, 1 to 255 characters
 * @param enabled whether the user may log in
 * @param defaultProject the project a token is scoped to when the request names none, or null
 * @param password the hashed password, null when there is none and nobody can log in
 * @param tokensFrom tokens issued at or before this moment are void
 * @param extra further attributes, given back as they came (for instance {@code email}); never null
 */
public record User(
        String id,
        String name,
        boolean enabled,
        String defaultProject,
        String password,
        Instant tokensFrom,
        JsonObject extra) {

    /** The same user with all tokens issued so far made void. */
    public User withTokensFrom(Instant moment) {
        return new User(id, name, enabled, defaultProject, password, moment, extra);
    }

    /** The same user with another password, and with all tokens issued so far made void. */
    public User withPassword(String hash, Instant now) {
        return new User(id, name, enabled, defaultProject, hash, now, extra);
    }

    @Override
    public String toString() {
        return "User[" + id + " " + name + "]";
    }
}
