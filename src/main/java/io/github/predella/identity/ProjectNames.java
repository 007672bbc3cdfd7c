package io.github.predella.identity;

import io.github.predella.identity.VerifiedToken.Named;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * The names of projects, as far as somebody who is logged in may know them: administrators those of all, others those of
 * the projects in which they have a role. Safe for use by many threads. Every method throws {@link
 * io.github.predella.core.Fault} UNAVAILABLE when the identity service does not answer.
 */
public interface ProjectNames {

    /** The names that the token's user may know, by the ids of the projects; none for a token that counts no more. */
    Map<String, String> names(String token, Collection<String> ids);

    /** The project of a name; nothing when there is none or the token's user may not know it. */
    Optional<Named> named(String token, String name);
}
