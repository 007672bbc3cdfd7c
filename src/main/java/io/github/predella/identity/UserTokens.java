package io.github.predella.identity;

import io.github.predella.identity.PasswordLogin.Granted;
import io.github.predella.identity.VerifiedToken.Named;
import java.util.List;
import java.util.Optional;

/**
 * What somebody who is logged in does with the token: works in another project, stays logged in, logs out. Safe for use
 * by many threads. Every method throws {@link io.github.predella.core.Fault} UNAVAILABLE when the identity service does
 * not answer.
 */
public interface UserTokens {

    /** The projects in which the token's user has a role, by name; none for a token that does not count any more. */
    List<Named> projects(String token);

    /** A token of the same user for another project; nothing when the user has no role there. */
    Optional<Granted> inProject(String token, String project);

    /** A token with the same rights that lives longer; nothing where that is not to be had without a new login. */
    Optional<Granted> renewed(String token);

    /** Makes a token void; nothing happens when it does not count any more. */
    void revoke(String token);
}
