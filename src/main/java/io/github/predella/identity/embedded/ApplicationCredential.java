package io.github.predella.identity.embedded;

import java.time.Instant;
import java.util.List;

/**
 * A secret by which a program acts for a user in one project, without the user's password.
 *
 * @param id 32 hexadecimal digits
 * @param name unique for the user, 1 to 255 characters
 * @param description free text, or null
 * @param user id of the user it acts for
 * @param project id of the project it acts in
 * @param secret the hashed secret
 * @param roles ids of the roles its tokens have, at most those the user has
 * @param expires when it ends, or null
 * @param unrestricted whether its tokens may manage further application credentials
 */
public record ApplicationCredential(
        String id,
        String name,
        String description,
        String user,
        String project,
        String secret,
        List<String> roles,
        Instant expires,
        boolean unrestricted) {

    public ApplicationCredential {
        roles = List.copyOf(roles);
    }

    /** Whether it has ended. */
    public boolean expired(Instant now) {
        return expires != null && !now.isBefore(expires);
    }

    @Override
    public String toString() {
        return "ApplicationCredential[" + id + " " + name + " of " + user + "]";
    }
}
