package io.github.predella.identity.embedded;

import io.github.predella.core.Fault;
import io.github.predella.core.SafeToRepeat;
import io.github.predella.identity.VerifiedToken;
import io.github.predella.identity.embedded.GrantRepository.Wanted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Projects, for administrators and for those who work in them. Each method is one transaction. */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class ProjectService {

    /** Nobody has a role in more projects. */
    private static final int MOST_OF_USER = 1000;

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_DESCRIPTION = 4_000;
    private static final Set<String> KNOWN = Set.of(
            "id", "name", "description", "enabled", "domain_id", "parent_id", "is_domain", "tags", "options", "links");

    private final ProjectRepository projects;
    private final GrantRepository grants;
    private final ApplicationCredentialRepository credentials;
    private final LimitRepository limits;
    private final Event<AccountsChanged> changes;
    private final Clock clock;

    protected ProjectService() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public ProjectService(
            ProjectRepository projects,
            GrantRepository grants,
            ApplicationCredentialRepository credentials,
            LimitRepository limits,
            Event<AccountsChanged> changes,
            Clock clock) {
        this.projects = projects;
        this.grants = grants;
        this.credentials = credentials;
        this.limits = limits;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Projects in the order of their names.
     *
     * @param name only the one of that name, or null
     * @param enabled only those with that flag, or null
     * @param limit at most so many
     */
    public List<Project> list(VerifiedToken asker, String name, Boolean enabled, int limit) {
        Authority.requireOverview(asker, "list_projects");
        return projects.list(name, enabled, limit);
    }

    /** The open projects in which the asker has a role, in the order of their names; at most so many. */
    public List<Project> ofAsker(VerifiedToken asker, int limit) {
        return of(asker.user().id(), limit).stream().filter(Project::enabled).toList();
    }

    /** The projects in which a user has a role, for that user or who may see all. */
    public List<Project> ofUser(VerifiedToken asker, String user, int limit) {
        Authority.requireSelfOrOverview(asker, user, "list_user_projects");
        return of(user, limit);
    }

    /** Those of the projects that the asker may know of: any with an overview, otherwise those with a role for them. */
    public List<Project> knownTo(VerifiedToken asker, Collection<String> ids) {
        if (Authority.seesAll(asker)) {
            return ids.stream()
                    .distinct()
                    .map(projects::find)
                    .flatMap(Optional::stream)
                    .toList();
        }
        return of(asker.user().id(), MOST_OF_USER).stream()
                .filter(project -> ids.contains(project.id()))
                .toList();
    }

    /** The project of that name; nothing when there is none or the asker may not know of it. */
    public Optional<Project> knownTo(VerifiedToken asker, String name) {
        return projects.named(name)
                .filter(project -> !knownTo(asker, List.of(project.id())).isEmpty());
    }

    private List<Project> of(String user, int limit) {
        return grants.list(Wanted.of(user, null), limit).stream()
                .map(Grant::scope)
                .filter(scope -> scope.kind() == Scope.Kind.PROJECT)
                .distinct()
                .map(scope -> projects.find(scope.target()))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Project::name))
                .toList();
    }

    /** One project; whoever has a token for it sees it. */
    public Project get(VerifiedToken asker, String id) {
        Authority.requireProjectOrOverview(asker, id, "get_project");
        return known(id);
    }

    /**
     * Creates a project.
     *
     * @param given the attributes as in the Identity API; those it does not define are kept and given back. Besides, an
     *     {@code id} may be told: that of a project of another identity service, whose images are then its own
     */
    public Project create(VerifiedToken asker, JsonObject given) {
        Authority.requireAdministrator(asker, "create_project");
        var attributes = checked(given);
        var project = new Project(
                newId(attributes),
                attributes.name("name", LONGEST_NAME),
                attributes.text("description", LONGEST_DESCRIPTION).orElse(""),
                attributes.flag("enabled").orElse(true),
                Instant.EPOCH,
                attributes.extra(JsonValue.EMPTY_JSON_OBJECT, KNOWN));
        requireFree(project);
        projects.insert(project);
        return project;
    }

    /** Changes some attributes. Closing a project makes the tokens for it void. */
    public Project update(VerifiedToken asker, String id, JsonObject given) {
        Authority.requireAdministrator(asker, "update_project");
        var attributes = checked(given);
        var before = known(id);
        var enabled = attributes.flag("enabled").orElse(before.enabled());
        var after = new Project(
                id,
                attributes.optionalName("name", LONGEST_NAME).orElse(before.name()),
                attributes.has("description")
                        ? attributes.text("description", LONGEST_DESCRIPTION).orElse("")
                        : before.description(),
                enabled,
                before.enabled() && !enabled ? clock.instant() : before.tokensFrom(),
                attributes.extra(before.extra(), KNOWN));
        requireFree(after);
        projects.update(after);
        changes.fire(new AccountsChanged());
        return after;
    }

    /** Deletes a project with all roles, limits and application credentials for it; the images it owns stay. */
    public void delete(VerifiedToken asker, String id) {
        Authority.requireAdministrator(asker, "delete_project");
        known(id);
        credentials.deleteAll(null, id);
        grants.delete(new Wanted(null, null, Scope.project(id)));
        limits.deleteOf(id);
        projects.delete(id);
        changes.fire(new AccountsChanged());
    }

    private String newId(Attributes attributes) {
        var wanted = attributes.optionalName("id", LONGEST_NAME);
        wanted.ifPresent(id -> {
            if (!Ids.isOne(id)) {
                throw IdentityFaults.invalidField("id", "'" + id + "' is not 32 lower-case hexadecimal digits");
            }
            if (projects.find(id).isPresent()) {
                throw IdentityFaults.duplicate("project", "there is a project with the id " + id + ".");
            }
        });
        return wanted.orElseGet(Ids::fresh);
    }

    private Project known(String id) {
        return projects.find(id).orElseThrow(() -> IdentityFaults.unknown("project", id));
    }

    private void requireFree(Project project) {
        projects.named(project.name())
                .filter(other -> !other.id().equals(project.id()))
                .ifPresent(other -> {
                    throw IdentityFaults.duplicate(
                            "project",
                            "it is not permitted to have two projects with either the same name or same id in the"
                                    + " same domain: name is " + project.name() + ", project id " + project.id() + ".");
                });
    }

    private static Attributes checked(JsonObject given) {
        var attributes = new Attributes(given);
        attributes.requireDomain();
        attributes.refuse("options", "tags");
        var parent = attributes.text("parent_id", 64);
        if (attributes.flag("is_domain").orElse(false) || (parent.isPresent() && !Domain.hasId(parent.get()))) {
            throw Fault.invalid("This identity service has one domain and no projects within projects.");
        }
        return attributes;
    }
}
