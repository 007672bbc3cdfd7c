package io.github.predella.identity;

import io.github.predella.core.Caller;
import io.github.predella.observe.Trace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a valid token says (Identity API v3, "token" object). At most one of project, domain and system is set; none of
 * them means an unscoped token, which then has no roles.
 *
 * @param user who authenticated, never null
 * @param userDomain the domain the user belongs to, never null
 * @param project the project of the scope, or null
 * @param projectDomain the domain of that project, null exactly when {@code project} is
 * @param domain the domain of the scope, or null
 * @param system whether the scope is the whole deployment
 * @param roles the roles on the scope, the implied ones included; never null
 * @param issued when the token was issued
 * @param expires when it ends
 * @param delegation the application credential it was obtained with, or null
 * @param auditIds the id of this token in logs, then the id of the token it was derived from if there was one
 * @param methods how the user authenticated, for instance {@code password}
 */
public record VerifiedToken(
        Named user,
        Named userDomain,
        Named project,
        Named projectDomain,
        Named domain,
        boolean system,
        List<Named> roles,
        Instant issued,
        Instant expires,
        Delegation delegation,
        List<String> auditIds,
        List<String> methods) {

    /** An id and the name that goes with it; neither is null. */
    public record Named(String id, String name) {}

    /**
     * The application credential behind a token.
     *
     * @param id of the credential
     * @param name of the credential, unique for its user
     * @param unrestricted whether its tokens may manage further application credentials
     * @param accessRules the only requests it is good for; null when it is good for any
     */
    public record Delegation(String id, String name, boolean unrestricted, List<AccessRule> accessRules) {

        public Delegation {
            accessRules = accessRules == null ? null : List.copyOf(accessRules);
        }
    }

    public VerifiedToken {
        roles = List.copyOf(roles);
        auditIds = List.copyOf(auditIds);
        methods = List.copyOf(methods);
    }

    /** Whether one of the roles has this name, whatever the case of its letters. */
    public boolean hasRole(String name) {
        return roles.stream().anyMatch(role -> role.name().equalsIgnoreCase(name));
    }

    /**
     * Whether the token is good for a request of its holder: an application credential may be for certain ones only.
     *
     * @param service type of the service that is asked
     * @param tokens the request
     */
    public boolean isGoodFor(String service, RequestTokens tokens) {
        return delegation == null
                || delegation.accessRules() == null
                || delegation.accessRules().stream()
                        .anyMatch(rule -> rule.allows(service, tokens.method(), tokens.path()));
    }

    /**
     * The caller this token makes of a request.
     *
     * @param service the token of the service that passes the request on, if there is one and it counts
     * @param requestId the id of the request, never null
     */
    public Caller asCaller(Optional<VerifiedToken> service, String requestId) {
        return new Caller(
                user.id(),
                project == null ? null : project.id(),
                domain == null ? null : domain.id(),
                system,
                roleNames(),
                service.map(VerifiedToken::roleNames).orElse(Set.of()),
                expires,
                false,
                requestId);
    }

    private Set<String> roleNames() {
        return roles.stream().map(Named::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Lets everything that this thread logs from now on say whose token it is. */
    public void trace() {
        Trace.person(user.id(), project == null ? null : project.id());
    }
}
