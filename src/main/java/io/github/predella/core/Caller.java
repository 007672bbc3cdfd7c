package io.github.predella.core;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who asks: the facts of a verified token together with the id of the request it came with.
 *
 * @param user id of the user, null for an anonymous caller
 * @param project id of the project the token is scoped to, null when it is not scoped to one
 * @param domain id of the domain the token is scoped to, null when it is not scoped to one
 * @param system true when the token is scoped to the whole deployment
 * @param roles names of the user's roles on that scope, in lower case, never null
 * @param serviceRoles names of the roles of the accompanying service token, in lower case, never null; they are kept
 *     apart from {@code roles} on purpose and never widen what the user may do
 * @param expires when the token ends, null when it does not
 * @param readOnly true for an anonymous caller, who may only look
 * @param requestId the id under which this request is logged and answered, never null
 */
public record Caller(
        String user,
        String project,
        String domain,
        boolean system,
        Set<String> roles,
        Set<String> serviceRoles,
        Instant expires,
        boolean readOnly,
        String requestId) {

    public Caller {
        roles = lowerCased(roles);
        serviceRoles = lowerCased(serviceRoles);
    }

    /** A caller without a token: no user, no project, no roles, and only allowed to look. */
    public static Caller anonymous(String requestId) {
        return new Caller(null, null, null, false, Set.of(), Set.of(), null, true, requestId);
    }

    /** The service itself, for its jobs: it holds the role {@code admin} and belongs to no project. */
    public static Caller system(String requestId) {
        return new Caller(null, null, null, false, Set.of("admin"), Set.of(), null, false, requestId);
    }

    /** The same caller under another request id. */
    public Caller withRequestId(String id) {
        return new Caller(user, project, domain, system, roles, serviceRoles, expires, readOnly, id);
    }

    /** Whether the caller's project is the given one; false when either is missing. */
    public boolean isOf(String otherProject) {
        return project != null && project.equals(otherProject);
    }

    /** Whether the caller's token is scoped to the whole deployment or to a domain instead of a project. */
    public boolean isOutsideProjects() {
        return system || domain != null;
    }

    private static Set<String> lowerCased(Set<String> names) {
        var lower = new TreeSet<String>();
        names.forEach(name -> lower.add(name.toLowerCase(Locale.ROOT)));
        return Set.copyOf(lower);
    }
}
