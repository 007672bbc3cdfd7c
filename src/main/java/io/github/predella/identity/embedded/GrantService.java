package io.github.predella.identity.embedded;

import io.github.predella.core.Fault;
import io.github.predella.core.SafeToRepeat;
import io.github.predella.identity.VerifiedToken;
import io.github.predella.identity.embedded.GrantRepository.Wanted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who has which role where. Each method is one transaction. */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class GrantService {

    private final UserRepository users;
    private final ProjectRepository projects;
    private final RoleRepository roles;
    private final GrantRepository grants;
    private final ApplicationCredentialRepository credentials;
    private final Event<AccountsChanged> changes;

    /**
     * A role somebody has.
     *
     * @param user who
     * @param role which
     * @param scope where
     * @param project the project of the scope, null for another kind of scope
     * @param given the given role that implies this one, null when this one was itself given
     */
    public record Assignment(User user, Role role, Scope scope, Project project, Role given) {}

    protected GrantService() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public GrantService(
            UserRepository users,
            ProjectRepository projects,
            RoleRepository roles,
            GrantRepository grants,
            ApplicationCredentialRepository credentials,
            Event<AccountsChanged> changes) {
        this.users = users;
        this.projects = projects;
        this.roles = roles;
        this.grants = grants;
        this.credentials = credentials;
        this.changes = changes;
    }

    /** Gives a role; giving it twice changes nothing. */
    public void grant(VerifiedToken asker, Grant grant) {
        Authority.requireAdministrator(asker, "create_grant");
        requireKnown(grant);
        grants.insert(grant);
        changes.fire(new AccountsChanged());
    }

    /** Refuses with NOT_FOUND when the role is not given; implied roles do not count. */
    public void check(VerifiedToken asker, Grant grant) {
        Authority.requireOverview(asker, "check_grant");
        requireKnown(grant);
        if (!grants.contains(grant)) {
            throw missing(grant);
        }
    }

    /** Takes a role back, and with it the user's application credentials for that project. */
    public void revoke(VerifiedToken asker, Grant grant) {
        Authority.requireAdministrator(asker, "revoke_grant");
        requireKnown(grant);
        if (grants.delete(new Wanted(grant.user(), grant.role(), grant.scope())) == 0) {
            throw missing(grant);
        }
        if (grant.scope().kind() == Scope.Kind.PROJECT) {
            credentials.deleteAll(grant.user(), grant.scope().target());
        }
        changes.fire(new AccountsChanged());
    }

    /** The roles given to a user on a scope, without implied ones. */
    public List<Role> given(VerifiedToken asker, String user, Scope scope, int limit) {
        Authority.requireOverview(asker, "list_grants");
        requireKnown(user, scope);
        return grants.list(Wanted.of(user, scope), limit).stream()
                .map(grant -> roles.find(grant.role()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether the asker has a role on a scope. */
    public boolean reaches(VerifiedToken asker, Scope scope) {
        return !grants.list(Wanted.of(asker.user().id(), scope), 1).isEmpty();
    }

    /**
     * Role assignments.
     *
     * @param wanted which; with {@code effective} its role may be an implied one
     * @param effective whether implied roles are listed as well
     * @param limit at most so many
     */
    public List<Assignment> list(VerifiedToken asker, Wanted wanted, boolean effective, int limit) {
        Authority.requireOverview(asker, "list_role_assignments");
        var byRole = effective ? new Wanted(wanted.user(), null, wanted.scope()) : wanted;
        var names = new Names();
        List<Assignment> all = new ArrayList<>();
        grants.list(byRole, limit).forEach(grant -> all.addAll(names.assignments(grant, effective)));
        return all.stream()
                .filter(assignment -> wanted.role() == null
                        || wanted.role().equals(assignment.role().id()))
                .limit(limit)
                .toList();
    }

    /** Looks each user, project and role up once. */
    private final class Names {

        private final Map<String, Optional<User>> knownUsers = new HashMap<>();
        private final Map<String, Optional<Project>> knownProjects = new HashMap<>();
        private final Map<String, Optional<Role>> knownRoles = new HashMap<>();

        List<Assignment> assignments(Grant grant, boolean effective) {
            var user = knownUsers.computeIfAbsent(grant.user(), users::find);
            var role = knownRoles.computeIfAbsent(grant.role(), roles::find);
            var target = grant.scope().target();
            var inProject = grant.scope().kind() == Scope.Kind.PROJECT;
            var project = inProject ? knownProjects.computeIfAbsent(target, projects::find) : Optional.<Project>empty();
            if (user.isEmpty() || role.isEmpty() || (inProject && project.isEmpty())) {
                return List.of();
            }
            var given = new Assignment(user.get(), role.get(), grant.scope(), project.orElse(null), null);
            return effective ? withImplied(given) : List.of(given);
        }

        private List<Assignment> withImplied(Assignment given) {
            var all = new ArrayList<>(List.of(given));
            given.role()
                    .implied()
                    .forEach(role ->
                            all.add(new Assignment(given.user(), role, given.scope(), given.project(), given.role())));
            return all;
        }
    }

    private void requireKnown(Grant grant) {
        requireKnown(roles.find(grant.role()), "role", grant.role());
        requireKnown(grant.user(), grant.scope());
    }

    private void requireKnown(String user, Scope scope) {
        requireKnown(users.find(user), "user", user);
        var target = scope.target();
        switch (scope.kind()) {
            case PROJECT -> requireKnown(projects.find(target), "project", target);
            case DOMAIN -> requireKnown(Optional.of(target).filter(Domain::hasId), "domain", target);
            case SYSTEM -> {}
        }
    }

    private static void requireKnown(Optional<?> found, String what, String id) {
        if (found.isEmpty()) {
            throw IdentityFaults.unknown(what, id);
        }
    }

    private static Fault missing(Grant grant) {
        return Fault.notFound(
                "Could not find role assignment with role: " + grant.role() + ", user or group: " + grant.user()
                        + ", project, domain, or system: " + grant.scope().target() + ".");
    }
}
