package io.github.predella.cli;

import io.github.predella.identity.VerifiedToken;
import io.github.predella.identity.VerifiedToken.Named;
import io.github.predella.identity.embedded.Domain;
import io.github.predella.identity.embedded.Grant;
import io.github.predella.identity.embedded.GrantService;
import io.github.predella.identity.embedded.IdentityFaults;
import io.github.predella.identity.embedded.Project;
import io.github.predella.identity.embedded.ProjectService;
import io.github.predella.identity.embedded.Role;
import io.github.predella.identity.embedded.RoleService;
import io.github.predella.identity.embedded.Scope;
import io.github.predella.identity.embedded.User;
import io.github.predella.identity.embedded.UserService;
import jakarta.json.Json;
import java.time.Instant;
import java.util.List;

/**
 * What is done with accounts, by names, on behalf of whoever may read the database: the services' rules hold, and the
 * asker is an administrator whom no database knows. For one thread, inside one transaction.
 */
public final class AccountDesk {

    private static final int MOST = 10_000;
    private static final VerifiedToken OPERATOR = new VerifiedToken(
            new Named("operator", "operator"),
            new Named(Domain.ID, Domain.NAME),
            null,
            null,
            null,
            true,
            List.of(new Named("admin", "admin")),
            Instant.EPOCH,
            Instant.MAX,
            null,
            List.of(),
            List.of());

    private final UserService users;
    private final ProjectService projects;
    private final RoleService roles;
    private final GrantService grants;

    public AccountDesk(UserService users, ProjectService projects, RoleService roles, GrantService grants) {
        this.users = users;
        this.projects = projects;
        this.roles = roles;
        this.grants = grants;
    }

    /** Users in the order of their names. */
    List<User> list() {
        return users.list(OPERATOR, null, null, MOST);
    }

    /**
     * Opens an account.
     *
     * @throws CommandProblem when there are none yet: the first start makes the first one, and the roles
     */
    void create(String name, String password) {
        if (users.list(OPERATOR, null, null, 1).isEmpty()) {
            throw new CommandProblem(
                    "there are no accounts yet: the first start of the service makes the administrator");
        }
        users.create(
                OPERATOR,
                Json.createObjectBuilder()
                        .add("name", name)
                        .add("password", password)
                        .build());
    }

    /** Gives a user another password; all tokens of the user become void. */
    void setPassword(String name, String password) {
        users.update(
                OPERATOR,
                user(name).id(),
                Json.createObjectBuilder().add("password", password).build());
    }

    /** Opens or closes an account; closing makes all its tokens void. */
    void enable(String name, boolean enabled) {
        users.update(
                OPERATOR,
                user(name).id(),
                Json.createObjectBuilder().add("enabled", enabled).build());
    }

    void delete(String name) {
        users.delete(OPERATOR, user(name).id());
    }

    /** @param project name; null for a role on the whole deployment */
    void grant(String user, String role, String project) {
        grants.grant(OPERATOR, grantOf(user, role, project));
    }

    /** @param project name; null for a role on the whole deployment */
    void revoke(String user, String role, String project) {
        grants.revoke(OPERATOR, grantOf(user, role, project));
    }

    /** Makes a project and returns its id. */
    String createProject(String name) {
        return projects.create(
                        OPERATOR, Json.createObjectBuilder().add("name", name).build())
                .id();
    }

    private Grant grantOf(String user, String role, String project) {
        Scope scope =
                project == null ? Scope.SYSTEM : Scope.project(project(project).id());
        return new Grant(user(user).id(), role(role).id(), scope);
    }

    /** Throws a fault when there is no user of that name. */
    User user(String name) {
        return users.list(OPERATOR, name, null, 1).stream()
                .findFirst()
                .orElseThrow(() -> IdentityFaults.unknown("user", name));
    }

    private Project project(String name) {
        return projects.list(OPERATOR, name, null, 1).stream()
                .findFirst()
                .orElseThrow(() -> IdentityFaults.unknown("project", name));
    }

    private Role role(String name) {
        return roles.list(OPERATOR, name, 1).stream()
                .findFirst()
                .orElseThrow(() -> IdentityFaults.unknown("role", name));
    }
}
