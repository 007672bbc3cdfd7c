package io.github.predella.identity.embedded;

/**
 * A role given to a user on a scope ("role assignment" in the Identity API).
 *
 * @param user id of the user
 * @param role id of the role
 * @param scope where the role holds
 */
public record Grant(String user, String role, Scope scope) {}
