package io.github.predella.identity.embedded;

import io.github.predella.core.SafeToRepeat;
import io.github.predella.identity.embedded.Role.Builtin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;

/** Writes what a new deployment begins with. Each method is one transaction. */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class FirstStartService {

    /** The name of the first user and of the first project. */
    static final String ADMIN = "admin";

    private final UserRepository users;
    private final ProjectRepository projects;
    private final RoleRepository roles;
    private final GrantRepository grants;

    protected FirstStartService() {
        this(null, null, null, null);
    }

    @Inject
    public FirstStartService(
            UserRepository users, ProjectRepository projects, RoleRepository roles, GrantRepository grants) {
        this.users = users;
        this.projects = projects;
        this.roles = roles;
        this.grants = grants;
    }

    /** Whether nobody has an account yet. */
    public boolean due() {
        return users.list(null, null, 1).isEmpty();
    }

    /**
     * Writes the roles, and the administrator with a project.
     *
     * @param passwordHash the administrator's
     * @throws io.github.predella.core.Fault of kind CONFLICT when another node does the same
     */
    public void begin(String passwordHash) {
        Arrays.stream(Builtin.values())
                .map(Builtin::role)
                .filter(role -> roles.find(role.id()).isEmpty())
                .forEach(roles::insert);
        var project = projects.named(ADMIN).orElseGet(this::adminProject);
        var user = new User(
                Ids.fresh(), ADMIN, true, project.id(), passwordHash, Instant.EPOCH, JsonValue.EMPTY_JSON_OBJECT);
        users.insert(user);
        var role = Builtin.ADMIN.role().id();
        grants.insert(new Grant(user.id(), role, Scope.project(project.id())));
        grants.insert(new Grant(user.id(), role, Scope.SYSTEM));
    }

    private Project adminProject() {
        var project = new Project(
                Ids.fresh(), ADMIN, "The administrator's project", true, Instant.EPOCH, JsonValue.EMPTY_JSON_OBJECT);
        projects.insert(project);
        return project;
    }
}
